// Compiles JSON Schemas to code that needs neither Ajv nor code generation when it runs.

import { entriesOf, isObject, type JsonObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import type { AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { ObjectSchema } from "./operations.ts";

/** The formats that the specs use. One that isn't here fails the build. */
const formats: Readonly<Record<string, RegExp>> = {
  // RFC 5321's addresses without quoted names and without address literals.
  email:
    /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i,
  // RFC 9562.
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  // RFC 3339.
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-][0-2]\d:[0-5]\d)$/i,
};

/** What Ajv's code would require from Ajv, and the module of ours that has it. */
const runtime: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length": "../spec/code-points.ts",
};

/**
 * Compiles validators to the text of a module, without exports.
 *
 * @param document The OpenAPI document that the schemas stand in.
 * @param schemas What each validator checks, by its name: a JSON pointer to a schema, or an object's members.
 */
export function compileValidators(
  document: JsonObject,
  schemas: Readonly<Record<string, string | ObjectSchema>>,
): string {
  // A property that isn't an object's own is none: `constructor` in a spec means the one in the request.
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    ownProperties: true,
    formats,
    code: { source: true, esm: true, lines: true },
  });
  // Ajv takes the document for a schema whose keywords mean nothing.
  ajv.addVocabulary([...Object.keys(document), "example"]);
  ajv.addSchema(withoutAnnotations(document) as AnySchemaObject, "openapi.json");
  const refer = (pointer: string) => ({ $ref: `openapi.json#${encodeURI(pointer)}` });
  for (const [name, schema] of Object.entries(schemas)) {
    if (!/^[a-z]\w*$/i.test(name))
      throw new Error(`${name}: expected an operation's id to be letters, digits and underscores`);
    ajv.addSchema(typeof schema === "string" ? refer(schema) : objectSchema(schema, refer), name);
  }
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  return withImports(standalone.default(ajv, names));
}

function objectSchema(
  { required, properties }: ObjectSchema,
  refer: (pointer: string) => AnySchemaObject,
): AnySchemaObject {
  return {
    type: "object",
    required,
    properties: Object.fromEntries(Object.entries(properties).map(([name, pointer]) => [name, refer(pointer)])),
  };
}

/** Leaves out what checks nothing; a property of such a name has a schema, and stays. */
function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    entriesOf(value)
      .filter(([key, member]) => isObject(member) || !/^(description|summary|x-.*)$/.test(key))
      .map(([key, member]) => [key, withoutAnnotations(member)]),
  );
}

/** Ajv writes `require` into ES modules. */
function withImports(code: string): string {
  const imports: string[] = [];
  const body = code
    .replace('"use strict";', "")
    .replace(/^export (?=const )/gm, "")
    .replace(/^const (\w+) = require\("([^"]+)"\)\.default;$/gm, (line, name: string, module: string) => {
      const own = runtime[module];
      if (!own) throw new Error(`expected no other module than ${Object.keys(runtime)}, found: ${line}`);
      imports.push(`import ${name} from ${JSON.stringify(own)};`);
      return "";
    });
  if (/\brequire\(|^export /m.test(body)) throw new Error("expected no other require or export in Ajv's code");
  return [...imports, body].join("\n");
}
