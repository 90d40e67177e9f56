import { isObject, type JsonObject, valueAt } from "../../spec/pointer.ts";

/** Tells what needs no look, since the types of both versions are made of the same. */
export interface Changes {
  /**
   * @param base A JSON pointer into the base.
   * @param revision One into the revision.
   * @returns Whether the two, or anything that they refer to, differ; where both lead nowhere, they don't.
   */
  between(base: string, revision: string): boolean;
}

/** @returns What changed between two documents as far as types go. */
export function changesBetween(base: JsonObject, revision: JsonObject): Changes {
  const print = printer();
  const changed = changedComponents(base, revision, print);
  const between = (one: string, other: string) => {
    const [before, after] = [valueAt(base, one), valueAt(revision, other)];
    if (before === undefined && after === undefined) return false;
    if (before === undefined || after === undefined || print(before) !== print(after)) return true;
    return changed.size > 0 && referencesIn(before).some((reference) => changed.has(reference));
  };
  return { between };
}

/** References to components that differ, or that refer to ones that do. */
function changedComponents(base: JsonObject, revision: JsonObject, print: (value: unknown) => string): Set<string> {
  const [before, after] = [componentsOf(base), componentsOf(revision)];
  const users = new Map<string, string[]>();
  for (const [user, value] of [...before, ...after]) {
    for (const reference of referencesIn(value)) users.set(reference, [...(users.get(reference) ?? []), user]);
  }
  const changed = new Set(
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => {
      const [one, other] = [before.get(key), after.get(key)];
      return one === undefined || other === undefined || print(one) !== print(other);
    }),
  );
  for (const reference of changed) for (const user of users.get(reference) ?? []) changed.add(user);
  return changed;
}

/** @returns The components of a document by the reference to each. */
export function componentsOf(document: JsonObject): Map<string, unknown> {
  const sections = Object.entries(isObject(document.components) ? document.components : {});
  return new Map(
    sections.flatMap(([section, entries]) =>
      Object.entries(isObject(entries) ? entries : {}).map(([name, value]) => [
        `#/components/${section}/${escapeSegment(name)}`,
        value,
      ]),
    ),
  );
}

/** @returns The references in a value, those of discriminator mappings too. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const own = typeof value.$ref === "string" ? [value.$ref] : [];
  const mapping = isObject(value.mapping) ? Object.values(value.mapping) : [];
  const mapped = mapping.filter((target) => typeof target === "string");
  return [
    ...own,
    ...mapped.map((target) => (target.startsWith("#") ? target : `#/components/schemas/${target}`)),
    ...Object.values(value).flatMap(referencesIn),
  ];
}

function escapeSegment(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** @returns A function that writes a value with its keys in order; what it wrote once is kept. */
function printer(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  const print = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = Array.isArray(value)
      ? `[${value.map(print).join()}]`
      : `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${print((value as JsonObject)[key])}`)
          .join()}}`;
    known.set(value, text);
    return text;
  };
  return print;
}
