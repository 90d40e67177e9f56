import { type Kind, outlineOf } from "@customer-clients/scripts/src/spec/outline.ts";
import { childPointer, entriesOf, isObject, type JsonObject } from "@customer-clients/scripts/src/spec/pointer.ts";

/** The keys of each kind of object whose text a reader sees. */
const READ: Partial<Record<Kind, readonly string[]>> = {
  server: ["description"],
  tag: ["name", "description"],
  securityScheme: ["description"],
  pathItem: ["summary", "description"],
  operation: ["summary", "description"],
  parameter: ["description"],
  requestBody: ["description"],
  response: ["description"],
  header: ["description"],
  example: ["summary", "description"],
  schema: ["title", "description"],
};

/**
 * @param document An OpenAPI 3.1 document that has passed the guard.
 * @returns Every text that a reader sees, by its JSON pointer, in the document's order. Names, patterns and the values of
 * examples are the same in every language, and aren't among them.
 */
export function specTexts(document: JsonObject): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (pointer: string, value: unknown, keys: readonly string[]) => {
    if (!isObject(value)) return;
    for (const key of keys) {
      const text = value[key];
      if (typeof text === "string" && text.trim() !== "") texts.set(childPointer(pointer, key), text);
    }
  };
  for (const { kind, pointer, value } of outlineOf(document).parts) {
    if (kind === "document") add("/info", value.info, ["title", "summary", "description"]);
    add(pointer, value, READ[kind] ?? []);
    if (kind === "server") {
      for (const [name, variable] of entriesOf(value.variables)) {
        add(childPointer(`${pointer}/variables`, name), variable, ["description"]);
      }
    }
    const client = value["x-client"];
    if (kind === "securityScheme" && isObject(client) && Array.isArray(client.steps)) {
      add(`${pointer}/x-client/steps`, { ...client.steps }, Object.keys(client.steps));
    }
  }
  return texts;
}
