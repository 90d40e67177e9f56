// Reads request bodies.
import { fieldRefusal } from "../refusal.ts";
import type { Fields } from "./operation.ts";

/** Deeper than any body that is meant; JSON.stringify overflows the stack some thousand levels down. */
const maxDepth = 32;

/**
 * Parses a JSON body.
 *
 * @throws Refusal when it isn't JSON in UTF-8, or is too deeply nested.
 */
export function parseBody(bytes: Uint8Array): unknown {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw fieldRefusal("invalid", "body", "expected JSON in UTF-8");
  }
  if (isDeeper(body, maxDepth)) throw fieldRefusal("invalid", "body", `expected at most ${maxDepth} levels`);
  return body;
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((member) => isDeeper(member, depth - 1));
}

/** A valid body with only the fields that the spec has: a provider doesn't store what it doesn't know. */
export function knownFields(value: unknown, fields: Fields): unknown {
  if (fields === true || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return isList(fields) ? value.map((item) => knownFields(item, fields[0])) : value;
  const own = Object.entries(fields).filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(
    own.map(([name, inner]) => [name, knownFields((value as Record<string, unknown>)[name], inner)]),
  );
}

function isList(fields: Fields): fields is readonly [Fields] {
  return Array.isArray(fields);
}
