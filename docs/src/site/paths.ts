import { LANGUAGES, type Language } from "./languages.ts";

/** @returns `createCustomer` as `create-customer`: what an address calls an operation or a schema. */
export function slugOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}

/** Each page's place in the site, without the base path and the language. */
export const placeOf = {
  overview: (provider: string): string => provider,
  operation: (provider: string, operationId: string): string => `${provider}/operations/${slugOf(operationId)}`,
  schema: (provider: string, name: string): string => `${provider}/schemas/${slugOf(name)}`,
  workbench: (provider: string): string => `${provider}/workbench`,
  changelog: (provider: string): string => `${provider}/changelog`,
};

/**
 * @param place A page's place, such as `placeOf` gives or `guides/errors`; `""` is the start page.
 * @param base The site's base path; `/` unless the build was given another.
 * @returns The page's address, from the root of its host, with a slash at its end.
 */
export function pathOf(language: Language, place: string, base: string = import.meta.env.BASE_URL): string {
  const prefix = LANGUAGES.find(({ tag }) => tag === language)?.path ?? "";
  const segments = [base, prefix, place].map((part) => part.replace(/^\/+|\/+$/g, "")).filter((part) => part !== "");
  return segments.length === 0 ? "/" : `/${segments.join("/")}/`;
}

/** @returns The address of a file of the site, such as `llms.txt`: the same for all languages. */
export function fileAt(name: string, base: string = import.meta.env.BASE_URL): string {
  return `/${[base, name]
    .map((part) => part.replace(/^\/+|\/+$/g, ""))
    .filter((part) => part !== "")
    .join("/")}`;
}
