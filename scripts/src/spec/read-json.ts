import { isObject, type JsonObject, segmentsOf } from "./pointer.ts";

/** A JSON document without faults. */
export interface JsonText {
  readonly document: JsonObject;
  /** @returns The offset of the key or item that a JSON pointer names, or of its nearest existing ancestor. */
  offsetOf(pointer: string): number;
}

const TOKENS = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/g;
const KEYS = /"[^"\\]*(?:\\.[^"\\]*)*"\s*:/g;

/** Keys that the guard has something to say of, wherever they stand. */
const SUSPICIOUS: ReadonlySet<string> = new Set(["<<", "__proto__", "$id", "externalValue", "mapping"]);
const REFERENCES: ReadonlySet<string> = new Set(["$ref", "$dynamicRef", "$recursiveRef", "operationRef"]);

const MAX_DEPTH = 190;

/**
 * Reads JSON in a tenth of the time that a YAML parser takes.
 *
 * @returns Undefined for a text that isn't JSON, or in which the guard may find a fault: the YAML parser reads JSON too,
 *   and knows where everything stands.
 */
export function readJson(text: string): JsonText | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const document = parsed(text);
  if (!isObject(document)) return undefined;
  const keys = { count: 0 };
  if (!isPlain(document, 0, keys)) return undefined;
  // A key that stands twice is one in the document.
  if ((text.match(KEYS)?.length ?? 0) !== keys.count) return undefined;
  let located: Located | undefined;
  return {
    document,
    offsetOf(pointer) {
      located ??= locate(text);
      let at = located;
      for (const name of segmentsOf(pointer)) {
        const child = at.children?.get(name);
        if (!child) break;
        at = child;
      }
      return at.offset;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown, depth: number, keys: { count: number }): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1, keys));
  for (const [key, entry] of Object.entries(value)) {
    keys.count += 1;
    if (SUSPICIOUS.has(key)) return false;
    if (REFERENCES.has(key) && typeof entry === "string" && !entry.startsWith("#")) return false;
    if (!isPlain(entry, depth + 1, keys)) return false;
  }
  return true;
}

/** Where a value's key or item stands, and what is in it. */
interface Located {
  readonly offset: number;
  children?: Map<string, Located>;
}

function locate(text: string): Located {
  const root: Located = { offset: 0 };
  const open: { node: Located; isList: boolean }[] = [];
  let next: Located | undefined = root;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const around = open.at(-1);
    if (token === "}" || token === "]") open.pop();
    else if (token !== "," && token !== ":") {
      if (around && !next) {
        next = { offset: index };
        around.node.children ??= new Map();
        const name = around.isList ? String(around.node.children.size) : (JSON.parse(token) as string);
        around.node.children.set(name, next);
        if (!around.isList) continue;
      }
      if (next && (token === "{" || token === "[")) open.push({ node: next, isList: token === "[" });
      next = undefined;
    }
  }
  return root;
}
