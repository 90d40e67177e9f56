// Which answers are a success, and which error an answer means: the spec's rules as the patterns that the pipeline takes.

import { readPointer } from "./client-pointer.ts";
import { Code, type Data, escapeUnsafe } from "./literal.ts";
import type { SpecNode } from "./spec-node.ts";

/** A call of one of the pipeline's functions. */
export interface Call {
  readonly name: string;
  readonly argument: Data;
}

/** The error classes that a rule can name. */
export const KINDS: readonly string[] = [
  "ApiError",
  "AuthenticationError",
  "ClockSkewError",
  "ConflictError",
  "InvalidRequestError",
  "NotFoundError",
  "RateLimitError",
  "ServerError",
];

/**
 * @param node The envelope's `success`.
 * @returns The rule, as a call of one of the pipeline's functions.
 */
export function readSuccess(node: SpecNode): Call {
  const [only, ...others] = node.entries().filter(([key]) => key !== "x-source");
  if (only && others.length === 0) {
    const [key, rule] = only;
    const codes = rule.items().map(readCode);
    if (key === "codes" && codes.length === 1) return byCode(pattern(`^${codes[0]}$`));
    if (key === "codes" && codes.length > 1) return byCode(pattern(`^(?:${codes.join("|")})$`));
    if (key === "pattern") return byCode(pattern(readPattern(rule), "u"));
    if (key === "absent") return { name: "byAbsence", argument: readPointer(rule) };
  }
  return node.fail("expected exactly one of codes, pattern and absent");
}

function byCode(codes: Code): Call {
  return { name: "byCode", argument: codes };
}

/**
 * @param node One of the client's `errors`.
 * @returns The pattern of `<status> <code>`, and the error's class.
 */
export function readErrorRule(node: SpecNode): readonly [pattern: Code, kind: Code] {
  const kind = node.text("kind") ?? "";
  if (!KINDS.includes(kind)) node.fail(`expected kind to be one of ${KINDS.join(", ")}`);
  const given = ["code", "pattern", "status"].filter((key) => node.get(key) !== undefined);
  const [key] = given;
  if (key === undefined || given.length > 1) return node.fail("expected exactly one of code, pattern and status");
  const rule = node.get(key) as SpecNode;
  if (key === "status") return [pattern(`^${readStatus(rule)} `), new Code(kind)];
  if (key === "code") return [pattern(`^\\d+ ${readCode(rule)}$`), new Code(kind)];
  const text = readPattern(rule);
  // What is tested starts with the status, so a pattern of the code has to say where it starts.
  if (!/^\^[^|]*$/.test(text)) rule.fail("expected a pattern that starts with ^ and has no |");
  return [pattern(`^\\d+ ${text.slice(1)}`, "u"), new Code(kind)];
}

function readStatus(node: SpecNode): number {
  const { value } = node;
  if (typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599) return value;
  return node.fail("expected an HTTP status, 100 to 599");
}

/** A code, as it stands in a pattern. */
function readCode(node: SpecNode): string {
  // Unquoted, 00000 is the number 0 to YAML.
  const code = typeof node.value === "string" ? node.value : node.fail("expected a code in quotes");
  return code.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function readPattern(node: SpecNode): string {
  const text = typeof node.value === "string" ? node.value : node.fail("expected a regular expression");
  try {
    new RegExp(text, "u");
  } catch {
    node.fail("expected a regular expression");
  }
  return text;
}

function pattern(text: string, flags = ""): Code {
  // Its own text has line breaks and slashes escaped.
  return new Code(escapeUnsafe(String(new RegExp(text, flags))));
}
