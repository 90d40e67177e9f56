import { childPointer, entriesOf, isObject, type JsonObject } from "./pointer.ts";

/** What an object of an OpenAPI 3.1 document can be, as far as this project looks. */
export type Kind =
  | "document"
  | "server"
  | "tag"
  | "components"
  | "securityScheme"
  | "pathItem"
  | "operation"
  | "callback"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "schema";

/** An object of the document. It may be a reference: see {@link Outline.resolve}. */
export interface Part {
  readonly kind: Kind;
  /** Its JSON pointer. */
  readonly pointer: string;
  /** Its key in what contains it. */
  readonly key: string;
  readonly value: JsonObject;
  /** What it stands in; none for the document. */
  readonly parent?: Part;
}

/** The document's objects, found by the structure of OpenAPI: data in examples and defaults is never taken for a part of it. */
export interface Outline {
  readonly document: JsonObject;
  /** Every part, in the document's order. References aren't followed, so each part stands here once. */
  readonly parts: readonly Part[];
  /** @returns The part with a JSON pointer. */
  at(pointer: string): Part | undefined;
  /** @returns The part that a reference leads to, or the part itself; undefined where a reference leads nowhere or round. */
  resolve(part: Part): Part | undefined;
  /** @returns The part, what stands in it and what these refer to, each once. */
  reachableFrom(part: Part): Part[];
}

/** Each kind's keys: a kind for an object of it, a list of one for a map or a list of such objects; `*` is any key. */
const STRUCTURE: Partial<Record<Kind, Readonly<Record<string, Kind | readonly [Kind]>>>> = {
  document: {
    servers: ["server"],
    tags: ["tag"],
    paths: ["pathItem"],
    webhooks: ["pathItem"],
    components: "components",
  },
  components: {
    securitySchemes: ["securityScheme"],
    pathItems: ["pathItem"],
    callbacks: ["callback"],
    parameters: ["parameter"],
    requestBodies: ["requestBody"],
    responses: ["response"],
    headers: ["header"],
    examples: ["example"],
    schemas: ["schema"],
  },
  pathItem: {
    servers: ["server"],
    parameters: ["parameter"],
    ...keys("delete get head options patch post put trace", "operation"),
  },
  operation: {
    servers: ["server"],
    parameters: ["parameter"],
    requestBody: "requestBody",
    responses: ["response"],
    callbacks: ["callback"],
  },
  callback: { "*": "pathItem" },
  parameter: { schema: "schema", content: ["mediaType"], examples: ["example"] },
  requestBody: { content: ["mediaType"] },
  response: { headers: ["header"], content: ["mediaType"] },
  header: { schema: "schema", content: ["mediaType"], examples: ["example"] },
  mediaType: { schema: "schema", encoding: ["encoding"], examples: ["example"] },
  encoding: { headers: ["header"] },
  schema: {
    ...keys("additionalProperties contains contentSchema else if items not propertyNames then", "schema"),
    ...keys("unevaluatedItems unevaluatedProperties", "schema"),
    ...keys("$defs allOf anyOf dependentSchemas oneOf patternProperties prefixItems properties", ["schema"]),
  },
};

function keys<T>(names: string, value: T): Record<string, T> {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}

const outlines = new WeakMap<JsonObject, Outline>();

/**
 * @param document An OpenAPI 3.1 document that has passed the guard.
 * @returns Its outline; the same one for the same document.
 */
export function outlineOf(document: JsonObject): Outline {
  const known = outlines.get(document);
  if (known) return known;
  const parts = [...descend({ kind: "document", pointer: "", key: "", value: document })];
  const byPointer = new Map(parts.map((part) => [part.pointer, part]));
  const at = (pointer: string) => byPointer.get(pointer);
  const targetOf = ({ value }: Part) => (typeof value.$ref === "string" ? at(pointerOf(value.$ref)) : undefined);

  const resolve = (part: Part): Part | undefined => {
    const seen = new Set<Part>();
    let target: Part | undefined = part;
    while (target?.value.$ref !== undefined) {
      if (seen.has(target)) return undefined;
      seen.add(target);
      target = targetOf(target);
    }
    return target;
  };

  const reachableFrom = (start: Part): Part[] => {
    const found = new Set([start]);
    for (const part of found) {
      const target = targetOf(part);
      if (target) found.add(target);
      for (const child of childrenOf(part)) found.add(at(child.pointer) ?? child);
    }
    return [...found];
  };

  const outline = { document, parts, at, resolve, reachableFrom };
  outlines.set(document, outline);
  return outline;
}

/** @returns The JSON pointer in a reference within the document (`#/…`), whose fragment may be percent-encoded. */
export function pointerOf(reference: string): string {
  const fragment = reference.slice(reference.indexOf("#") + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function* descend(part: Part): Generator<Part> {
  yield part;
  for (const child of childrenOf(part)) yield* descend(child);
}

function childrenOf(parent: Part): Part[] {
  const structure = STRUCTURE[parent.kind] ?? {};
  return Object.entries(parent.value).flatMap(([key, value]) => {
    // Own keys only: "constructor" is a path item's name like any other.
    const kind = Object.hasOwn(structure, key) ? structure[key] : structure["*"];
    if (kind === undefined) return [];
    const pointer = childPointer(parent.pointer, key);
    if (typeof kind === "string") return isObject(value) ? [{ kind, pointer, key, value, parent }] : [];
    return entriesOf(value).flatMap(([name, entry]) =>
      isObject(entry) ? [{ kind: kind[0], pointer: childPointer(pointer, name), key: name, value: entry, parent }] : [],
    );
  });
}
