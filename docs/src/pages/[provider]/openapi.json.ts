import type { APIRoute, GetStaticPaths } from "astro";
import { PROVIDERS, specOf } from "../../spec/specs.ts";

/** A spec for download, as JSON. It is whole: no reference leaves it. */
export const getStaticPaths = (() => PROVIDERS.map((provider) => ({ params: { provider } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { provider = "" } }) =>
  new Response(`${JSON.stringify(specOf(provider).document, null, 2)}\n`);
