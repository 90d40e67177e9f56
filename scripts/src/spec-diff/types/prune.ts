import { isObject, type JsonObject } from "../../spec/pointer.ts";
import { componentsOf, referencesIn } from "./changes.ts";

/**
 * @param document What types are made of.
 * @param routes The operations that are asked about, as `GET /path`.
 * @returns The document with these operations alone, and what they refer to.
 */
export function prune(document: JsonObject, routes: ReadonlySet<string>): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [path, item] of Object.entries(isObject(document.paths) ? document.paths : {})) {
    if (!isObject(item)) continue;
    const kept = Object.entries(item).filter(([key]) => !isVerb(key) || routes.has(`${key.toUpperCase()} ${path}`));
    if (item.$ref !== undefined || kept.some(([key]) => isVerb(key))) paths[path] = Object.fromEntries(kept);
  }
  const known = componentsOf(document);
  const reached = new Set(referencesIn(paths));
  for (const reference of reached) for (const further of referencesIn(known.get(reference))) reached.add(further);
  const sections = Object.entries(isObject(document.components) ? document.components : {});
  const components = sections.map(([section, entries]) => [
    section,
    Object.fromEntries(
      Object.entries(isObject(entries) ? entries : {}).filter(([name]) =>
        reached.has(`#/components/${section}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`),
      ),
    ),
  ]);
  return { ...document, paths, components: Object.fromEntries(components) };
}

function isVerb(key: string): boolean {
  return /^(?:get|put|post|delete|options|head|patch|trace)$/.test(key);
}
