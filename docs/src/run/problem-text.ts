import type { FieldViolation } from "@customer-clients/sandbox/inspect";
import type { Words } from "../words/words.ts";
import { fill } from "./make.ts";

/** For each keyword of JSON Schema, which word says what is expected, and the name of its value in the violation. */
const known: Readonly<Record<string, readonly [word: keyof Words["run"], parameter: string]>> = {
  required: ["required", ""],
  type: ["wrongType", "type"],
  enum: ["notInEnum", "values"],
  const: ["notInEnum", "values"],
  minLength: ["tooShort", "limit"],
  maxLength: ["tooLong", "limit"],
  minimum: ["tooSmall", "limit"],
  maximum: ["tooLarge", "limit"],
  pattern: ["wrongPattern", "pattern"],
  format: ["wrongFormat", "format"],
  maxProperties: ["tooManyProperties", "limit"],
};

/** Says what is wrong with a field, in the reader's language where there are words for it, else in English. */
export function problemText({ path, keyword, params, message }: FieldViolation, words: Words["run"]): string {
  const [word, parameter = ""] = known[keyword] ?? [];
  const value =
    keyword === "enum" ? params.allowedValues : keyword === "const" ? params.allowedValue : params[parameter];
  const list = (Array.isArray(value) ? value : [value]).map(String).join(", ");
  const text = word === undefined ? message : fill(words[word], { [parameter]: list });
  return path.length === 0 ? text : `${path.join(".")}: ${text}`;
}
