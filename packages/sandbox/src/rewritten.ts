// Bodies and request targets as a caller may have written them for the signature, and otherwise for the wire.
import { utf8 } from "./digest.ts";
import type { SignedText } from "./mistakes.ts";
import { parseBody } from "./spec/body.ts";

/** Texts that say the same as a body: what other JSON writers, or other settings of the same one, make of it. */
export function rewrittenBodies(text: string): SignedText[] {
  const value = parsed(text);
  if (value === undefined) return [];
  const compact = JSON.stringify(value);
  // JSON escapes line breaks within strings: what is left of them is layout.
  const spaced = JSON.stringify(value, null, 1).replace(/,\n */g, ", ").replace(/\n */g, "");
  return [
    ["with the body written compactly", compact],
    ["with the body indented by 2 spaces", JSON.stringify(value, null, 2)],
    ["with the body indented by 4 spaces", JSON.stringify(value, null, 4)],
    ["with the body indented by tabs", JSON.stringify(value, null, "\t")],
    ["with a space after each colon and comma of the body", spaced],
    ["with the body's keys sorted", JSON.stringify(sorted(value))],
    ["with the body escaped to ASCII", ascii(text)],
    // As Python writes it by default, and PHP.
    ["with the body escaped to ASCII and a space after each colon and comma", ascii(spaced)],
    ["with the body escaped to ASCII and its slashes escaped", ascii(compact).replaceAll("/", "\\/")],
    ["with a line break behind the body", `${text}\n`],
  ];
}

/** A request target percent-decoded, where that is possible. */
export function decodedTarget(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return parseBody(utf8(text));
  } catch {
    return undefined;
  }
}

function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
