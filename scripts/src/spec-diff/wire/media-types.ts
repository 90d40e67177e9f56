import type { Format } from "./schema/prover.ts";

/** @returns How values of a media type are written. */
export function formatOf(name: string): Format {
  const plain = withoutParameters(name);
  if (plain.endsWith("/xml") || plain.endsWith("+xml")) return "xml";
  return plain.startsWith("text/") || plain === "application/x-www-form-urlencoded" || plain.startsWith("multipart/")
    ? "text"
    : "json";
}

/** @returns A media type's name as all its spellings have it. */
export function normal(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\s*;\s*/g, ";")
    .trim();
}

/** @returns A media type without its parameters. */
export function withoutParameters(name: string): string {
  return normal(name).split(";")[0] as string;
}

/** Pairs equal names first, then those that differ in parameters or are ranges of each other. */
export function matchMediaTypes(before: readonly string[], after: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  const left = new Set(after);
  const later: string[] = [];
  for (const name of before) {
    const same = [...left].find((other) => normal(other) === normal(name));
    if (same === undefined) later.push(name);
    else {
      left.delete(same);
      pairs.push([name, same]);
    }
  }
  for (const name of later) {
    const alike = [...left].find(
      (other) =>
        withoutParameters(other) === withoutParameters(name) ||
        covers(other, name) ||
        covers(name, other) ||
        suffixOf(other) === suffixOf(name),
    );
    if (alike === undefined) continue;
    left.delete(alike);
    pairs.push([name, alike]);
  }
  return pairs;
}

/** `application/vnd.a+json` and `application/json` are the same kind of text, though not the same type. */
function suffixOf(name: string): string {
  const plain = withoutParameters(name);
  const [, subtype = ""] = plain.split("/");
  return plain.startsWith("application/") && (subtype === "json" || subtype.endsWith("+json")) ? "json" : plain;
}

/** @returns Whether whoever takes the one takes the other. */
export function covers(range: string, name: string): boolean {
  return new RegExp(mediaTypePattern(range)).test(normal(name));
}

/**
 * @returns Whether a client that reads the one reads the other: parameters aside, and a type with a suffix as the format
 *   that it is written in (RFC 6839).
 */
export function reads(name: string, sent: string): boolean {
  const [one, other] = [withoutParameters(name), withoutParameters(sent)];
  return covers(one, other) || (suffixOf(other) === "json" && one === "application/json");
}

function mediaTypePattern(name: string): string {
  const [type, ...parameters] = normal(name).split(";");
  const escaped = (text: string) => text.replaceAll(/[.+^$()|[\]{}\\?/-]/g, "\\$&");
  const range = escaped(type as string).replaceAll("*", "[^;/]*");
  return parameters.length > 0 ? `^${range};${parameters.map(escaped).join(";")}$` : `^${range}(;.*)?$`;
}

/** @returns The schema of the names that a media type or a range takes. */
export function mediaTypeSchema(name: string): { type: string; pattern: string } {
  return { type: "string", pattern: mediaTypePattern(name).replaceAll("\\-", "-") };
}
