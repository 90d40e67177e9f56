import type { APIRoute, GetStaticPaths } from "astro";
import { providerCalls } from "../../run/provider-calls.ts";
import { credentialsOf } from "../../samples/credentials.ts";
import { PROVIDERS, specOf } from "../../spec/specs.ts";

export const getStaticPaths: GetStaticPaths = () =>
  PROVIDERS.filter(credentialsOf).map((provider) => ({ params: { provider } }));

/** What the panels of a provider's operations are made from. */
export const GET: APIRoute = ({ params: { provider = "" } }) =>
  Response.json(providerCalls(provider, specOf(provider).document));
