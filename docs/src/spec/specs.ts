import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSpec, type Spec } from "@customer-clients/scripts/src/spec/read-spec.ts";

/** The folder of the specs; the site's commands run in docs/. */
export const SPECS: string = join(process.cwd(), "../specs");

const read = new Map<string, Spec>();

/** The providers, in the order of their names. */
export const PROVIDERS: readonly string[] = readdirSync(SPECS)
  .filter((name) => existsSync(join(SPECS, name, "openapi.yaml")))
  .sort();

/** @returns A provider's spec, read and checked once. */
export function specOf(provider: string): Spec {
  const known = read.get(provider);
  if (known) return known;
  const spec = readSpec(join(SPECS, provider, "openapi.yaml"));
  read.set(provider, spec);
  return spec;
}
