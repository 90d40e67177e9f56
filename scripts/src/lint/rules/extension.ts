import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { Kind, Part } from "../../spec/outline.ts";
import { childPointer, isObject } from "../../spec/pointer.ts";
import { isReceived } from "../operations.ts";
import type { Finding, Rule } from "../rule.ts";

const GRAMMAR = new URL("../../../../specs/x-client.schema.json", import.meta.url);

/** Each extension's definition in the grammar, by the kind of part that it may stand at; `*` is any. */
const DEFINITIONS: Readonly<Record<string, Partial<Record<Kind | "*", string>>>> = {
  "x-client": { document: "document", server: "server", securityScheme: "securityScheme", operation: "operation" },
  "x-source": { "*": "source" },
  "x-sensitive": { schema: "sensitive", parameter: "sensitive", header: "sensitive" },
};

let ajv: Ajv2020 | undefined;

/**
 * Each extension is one of this project's, stands where it may, and keeps the grammar (specs/x-client.schema.json). The
 * document, its servers and each operation have an `x-client`.
 */
export const extensionValid: Rule = function* (outline) {
  for (const part of outline.parts) {
    if (needsClient(part) && part.value["x-client"] === undefined) {
      yield { pointer: part.pointer, message: "expected x-client" };
    }
    for (const [key, value] of Object.entries(part.value)) {
      if (key.startsWith("x-")) yield* check(part, key, value);
    }
  }
};

function needsClient(part: Part): boolean {
  if (part.kind === "server") return part.parent?.kind === "document";
  return part.kind === "document" || (part.kind === "operation" && !isReceived(part));
}

function* check({ kind, pointer }: Part, key: string, value: unknown): Generator<Finding> {
  const place = childPointer(pointer, key);
  const definitions = Object.hasOwn(DEFINITIONS, key) ? DEFINITIONS[key] : undefined;
  const definition = definitions?.[kind] ?? definitions?.["*"];
  if (!definition) {
    const known = Object.keys(DEFINITIONS).join(", ");
    const message = definitions ? `expected no ${key} here (${kind})` : `expected one of ${known}, found ${key}`;
    yield { pointer: place, message };
    return;
  }
  ajv ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    schemas: { grammar: readGrammar() },
  });
  const validate = ajv.getSchema(`grammar#/$defs/${definition}`);
  if (!validate || validate(value)) return;
  for (const error of validate.errors ?? []) {
    const message = describe(error);
    if (message) yield { pointer: place + placeOf(error), message };
  }
}

function readGrammar(): object {
  return JSON.parse(readFileSync(GRAMMAR, "utf8"));
}

/** The pointer to what an error is about: for an unknown key the key itself. */
function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return keyword === "additionalProperties" ? childPointer(instancePath, params.additionalProperty) : instancePath;
}

/** What an error says was expected; nothing for one that only repeats another. */
function describe({ keyword, params, message, data, schemaPath, parentSchema }: ErrorObject): string | undefined {
  if (keyword === "if" || /\/(?:any|one)Of\/\d+\//.test(schemaPath)) return undefined;
  const schema = parentSchema ?? {};
  switch (keyword) {
    case "additionalProperties":
      return `expected one of ${Object.keys(schema.properties).join(", ")}, found ${params.additionalProperty}`;
    case "required":
      return `expected ${params.missingProperty}`;
    case "anyOf":
    case "oneOf":
      return `expected ${keyword === "oneOf" ? "exactly " : ""}one of ${schema[keyword].map(keysOf).join(", ")}`;
    case "enum":
      return `expected one of ${schema.enum.join(", ")}, found ${JSON.stringify(data)}`;
    case "pattern":
      return `expected ${schema.description}, found ${JSON.stringify(data)}`;
    default:
      return `expected a value that ${message}, found ${JSON.stringify(data)}`;
  }
}

function keysOf(branch: unknown): string {
  return isObject(branch) && Array.isArray(branch.required) ? branch.required.join(" and ") : "";
}
