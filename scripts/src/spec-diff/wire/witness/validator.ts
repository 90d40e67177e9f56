import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject } from "../../../spec/pointer.ts";
import type { Direction } from "../../finding.ts";
import { isCatastrophic, matches } from "../schema/guarded-pattern.ts";
import type { SchemaNode } from "../schema/node.ts";
import { translate } from "./translate.ts";

/** What Ajv says of a payload; undefined where the schema can't be compiled, or a pattern in it takes too long. */
export type Verdict = { readonly valid: boolean; readonly errors: readonly ErrorObject[] } | undefined;

export type Validate = (payload: unknown) => Verdict;

/** Checks payloads by a document's schemas. */
export interface Validators {
  /** @param isText Whether values are texts on the wire: then they are read as what the schema wants. */
  of(schema: SchemaNode, direction: Direction, isText: boolean): Validate;
}

export function createValidators(): Validators {
  const known = new Map<string, Validate>();
  const compilers = { json: createCompiler(false), text: createCompiler(true) };
  return {
    of(schema, direction, isText) {
      const key = `${schema.key} ${direction} ${isText}`;
      let validate = known.get(key);
      if (!validate) {
        validate = compilers[isText ? "text" : "json"](() => translate(schema, direction));
        known.set(key, validate);
      }
      return validate;
    },
  };
}

export type Compiler = (make: () => JsonObject | undefined) => Validate;

/**
 * @param isText Whether values are texts, and read as what the schema wants.
 * @returns What makes a check of payloads from a JSON Schema, when it is first used.
 */
export function createCompiler(isText: boolean): Compiler {
  let ajv: Ajv2020 | undefined;
  const tried = new Set<string>();
  const compile = (make: () => JsonObject | undefined): Validate => {
    try {
      const schema = make();
      if (!schema) return () => undefined;
      ajv ??= createAjv(isText, tried);
      const validate = ajv.compile(isText ? lifted(schema) : schema);
      return (payload) => {
        tried.clear();
        // Values are written back as they are read: that takes an object around them, and a copy.
        try {
          const valid = validate(isText ? { value: structuredClone(payload) } : payload) as boolean;
          if ([...tried].some(isCatastrophic)) return undefined;
          return { valid, errors: validate.errors ?? [] };
        } catch {
          // A schema that leads back to itself without taking the value apart.
          return undefined;
        }
      };
    } catch {
      // An invalid schema, or one nested too deep for the compiler: nothing can be said by it.
      return () => undefined;
    }
  };
  return (make) => {
    let validate: Validate | undefined;
    return (payload) => {
      validate ??= compile(make);
      return validate(payload);
    };
  };
}

function createAjv(isText: boolean, tried: Set<string>): Ajv2020 {
  // A document's patterns are its own business: one that backtracks without end is stopped, and taken for unknown.
  const expression = (pattern: string) => ({
    test: (text: string) => {
      tried.add(pattern);
      return matches(pattern, text);
    },
    // Ajv tells patterns apart by this.
    toString: () => pattern,
  });
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    coerceTypes: isText,
    code: { regExp: Object.assign(expression, { code: "guarded" }), optimize: false },
  });
  addFormats.default(ajv);
  return ajv;
}

/** References lead from the root, so definitions stand there. */
function lifted({ $defs, ...rest }: JsonObject): JsonObject {
  return { properties: { value: rest }, $defs };
}
