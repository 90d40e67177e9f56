import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSpec, type Spec } from "@customer-clients/scripts/src/spec/read-spec.ts";

/** The folder of the specs. A module's own place says nothing here, since Astro bundles it: the working folder is in the repository. */
export const SPECS: string = join(repositoryOf(process.cwd()), "specs");

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

function repositoryOf(folder: string): string {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`expected a working folder inside the repository, not ${process.cwd()}`);
  return repositoryOf(parent);
}
