import type { Language } from "../site/languages.ts";
import type { Words } from "../words/words.ts";

type Loaders<Module> = Readonly<Record<string, () => Promise<Module>>>;

const packages = import.meta.glob([
  "../../../packages/*/dist/index.js",
  // No providers: what these have is loaded with the panel.
  "!../../../packages/{core,sandbox}/dist/index.js",
]) as Loaders<Record<string, unknown>>;
const strings = import.meta.glob("../words/*/{mistakes,run,workbench}.ts") as Loaders<Words>;

/** @returns `create…Client` of a provider. */
export async function loadFactory(provider: string, client: string): Promise<(options: object) => object> {
  const entry = await packages[`../../../packages/${provider}/dist/index.js`]?.();
  return entry?.[`create${client}Client`] as (options: object) => object;
}

/** @returns The strings of a part of the site, in one language. */
export async function loadWords<Part extends "mistakes" | "run" | "workbench">(
  language: Language,
  part: Part,
): Promise<Words[Part]> {
  const module = await strings[`../words/${language}/${part}.ts`]?.();
  return (module as Words)[part];
}
