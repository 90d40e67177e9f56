import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { checkNode } from "./check-node.ts";
import { segmentsOf } from "./pointer.ts";
import { type Position, UnusableSpecError } from "./problem.ts";
import { readJson } from "./read-json.ts";

/** The largest spec that is read, in bytes: GitHub's own, among the largest in public, has 9 MB. */
const MAX_BYTES = 16 * 1024 * 1024;

/** How often an anchor may be used, counting the anchors inside: aliases of aliases grow exponentially. */
const MAX_ALIASES = 100;

/** A spec that has passed the guard. */
export interface Spec {
  /** The document as plain data; each `$ref` in it leads to a place in it. */
  readonly document: Record<string, unknown>;
  /**
   * @param pointer A JSON pointer into the document, with or without a leading `#`.
   * @returns Where its key or item stands; for a pointer that leads nowhere, where its nearest existing ancestor stands.
   */
  lineOf(pointer: string): Position;
}

/**
 * Reads an OpenAPI document, and refuses one that could lead another tool astray: a reference out of the document, a key
 * that stands twice, an unknown tag, too much of anything. Runs before any tool reads a spec.
 *
 * @param path The document, YAML or JSON.
 * @returns The document, and where each part of it stands.
 * @throws {UnusableSpecError} With every problem found, each with file, line and column.
 */
export function readSpec(path: string): Spec {
  const text = readText(path);
  const json = readJson(text);
  if (json) {
    const positions = positionsIn(text);
    return { document: json.document, lineOf: (pointer) => positions(json.offsetOf(pointer)) };
  }
  const lineCounter = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  // Keys are compared in checkNode: the parser's own comparison takes quadratic time.
  const options = { lineCounter, stringKeys: true, uniqueKeys: false, prettyErrors: false };
  const yaml = parseDocument(text, options);
  const root = yaml.contents;
  // Warnings count: an unknown tag is one.
  const faults = [...yaml.errors, ...yaml.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    message: `expected valid YAML: ${message}`,
  }));
  if (faults.length === 0) {
    if (!isMap(root)) throw unusable(path, "expected a mapping at the document's root");
    faults.push(...checkNode(root));
  }
  if (faults.length > 0) {
    throw new UnusableSpecError(faults.map(({ offset, message }) => ({ file: path, ...positionAt(offset), message })));
  }
  return { document: toData(yaml, path), lineOf: (pointer) => positionAt(offsetOf(yaml, pointer)) };
}

/** @returns What tells the line and column of an offset. The lines are counted when the first is asked for. */
function positionsIn(text: string): (offset: number) => Position {
  const lines = new LineCounter();
  return (offset) => {
    if (lines.lineStarts.length === 0) {
      for (let start = 0; start >= 0; start = text.indexOf("\n", start) + 1 || -1) lines.addNewLine(start);
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function toData(yaml: Document, path: string): Record<string, unknown> {
  try {
    return yaml.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) throw unusable(path, `expected at most ${MAX_ALIASES} uses of an anchor`);
    throw error;
  }
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    const file = realpathSync(path);
    if (dirname(file) !== realpathSync(dirname(path))) throw new Error("it is a link to another folder");
    const stats = statSync(file);
    if (!stats.isFile()) throw new Error("it is something else");
    if (stats.size > MAX_BYTES) throw new Error(`it has ${stats.size} bytes, more than ${MAX_BYTES}`);
    bytes = readFileSync(file);
  } catch (error) {
    throw unusable(path, `expected a readable file: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unusable(path, "expected UTF-8 text");
  }
}

function unusable(file: string, message: string): UnusableSpecError {
  return new UnusableSpecError([{ file, line: 1, column: 1, message }]);
}

/** The offset of the key or item that a JSON pointer names, or of its nearest existing ancestor. */
function offsetOf(yaml: Document, pointer: string): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const name of segmentsOf(pointer)) {
    const container = isAlias(node) ? node.resolve(yaml) : node;
    let found: Node | undefined;
    if (isMap(container)) {
      const pair = container.items.find(({ key }) => isScalar(key) && key.value === name);
      found = pair?.key as Node | undefined;
      node = pair?.value;
    } else if (isSeq(container) && /^\d+$/.test(name)) {
      found = container.items[Number(name)] as Node | undefined;
      node = found;
    }
    if (!found) break;
    offset = found.range?.[0] ?? offset;
  }
  return offset;
}
