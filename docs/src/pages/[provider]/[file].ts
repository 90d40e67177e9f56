import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { PROVIDERS, SPECS, specOf } from "../../spec/specs.ts";

/** The specs for download: OpenAPI as it is written and as JSON, and the workflows beside it. Each is whole: no reference leaves it. */
export const getStaticPaths = (() =>
  PROVIDERS.flatMap((provider) => [
    { params: { provider, file: "openapi.json" } },
    ...readdirSync(join(SPECS, provider))
      .filter((name) => /^(openapi|.*\.arazzo)\.yaml$/.test(name))
      .map((file) => ({ params: { provider, file } })),
  ])) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { provider = "", file = "" } }) => {
  if (file === "openapi.json") return new Response(`${JSON.stringify(specOf(provider).document, null, 2)}\n`);
  return new Response(readFileSync(join(SPECS, provider, file), "utf8"));
};
