import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";
import { PROVIDERS, SPECS } from "../../spec/specs.ts";

/** A spec for download as it is written, and the workflows beside it. */
export const getStaticPaths = (() =>
  PROVIDERS.flatMap((provider) =>
    readdirSync(join(SPECS, provider)).flatMap((name) => {
      const file = /^(openapi|.*\.arazzo)\.yaml$/.exec(name)?.[1];
      return file === undefined ? [] : [{ params: { provider, file } }];
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { provider = "", file = "" } }) =>
  new Response(readFileSync(join(SPECS, provider, `${file}.yaml`), "utf8"));
