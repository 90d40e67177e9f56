import { LINE_WIDTH } from "./literal.ts";

/**
 * Writes an import, as the formatter would.
 *
 * @param names What is imported, in any order; a type as `type Name`.
 */
export function importStatement(names: Iterable<string>, from: string): string {
  return nameList("import", names, from);
}

/** As {@link importStatement}, for what is exported again. */
export function exportStatement(names: Iterable<string>, from: string): string {
  return nameList("export", names, from);
}

function nameList(keyword: string, given: Iterable<string>, from: string): string {
  const names = [...new Set(given)].sort(byName);
  const isTypes = names.every((name) => name.startsWith("type "));
  const listed = isTypes ? names.map((name) => name.slice("type ".length)) : names;
  const head = isTypes ? `${keyword} type` : keyword;
  const line = `${head} { ${listed.join(", ")} } from ${JSON.stringify(from)};\n`;
  if (line.length <= LINE_WIDTH) return line;
  return `${head} {\n${listed.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(from)};\n`;
}

/** The order that the formatter puts names in: letter by letter, a capital before its small one. */
function byName(one: string, other: string): number {
  const [left = "", right = ""] = [one, other].map((name) =>
    name.replace(/^type /, "").replace(/./g, (letter) => letter.toLowerCase() + (letter < "a" ? "0" : "1")),
  );
  return left < right ? -1 : 1;
}
