import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { isNode, LineCounter, parseDocument } from "yaml";
import { LANGUAGES } from "../site/languages.ts";
import { pathOf } from "../site/paths.ts";

/** A page that has moved: both are places, such as `asiabill/operations/create-customer`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** Where it stands, as `file:line`. */
  readonly where: string;
}

/** Leaves a page that leads on where a page has moved from, in every language. */
export function redirects(file: string): AstroIntegration {
  let base = "/";
  return {
    name: "redirects",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base;
      },
      "astro:build:done": ({ dir }) => writeRedirects(readRedirects(file), fileURLToPath(dir), base),
    },
  };
}

/**
 * @param file A YAML file with one mapping, from places that were to places that are.
 * @throws {Error} When it is something else, with file and line.
 */
export function readRedirects(file: string): Redirect[] {
  const lines = new LineCounter();
  const yaml = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const [error] = yaml.errors;
  if (error) throw new Error(`${file}:${lines.linePos(error.pos[0]).line}: expected valid YAML: ${error.message}`);
  const content: unknown = yaml.toJS() ?? {};
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Error(`${file}:1: expected a mapping from places that were to places that are`);
  }
  return Object.entries(content).map(([from, to]) => {
    const node = yaml.getIn([from], true);
    const where = `${file}:${isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1}`;
    if (typeof to !== "string") throw new Error(`${where}: expected the place that ${from} has moved to`);
    return { from, to, where };
  });
}

/**
 * @param folder The built site.
 * @param base Its base path.
 * @throws {Error} When a place has a page still, or the one that it has moved to has none; nothing is written then.
 */
export function writeRedirects(moved: readonly Redirect[], folder: string, base: string): void {
  const pages = moved.flatMap(({ from, to, where }) =>
    LANGUAGES.map(({ tag }) => {
      const fileOf = (place: string) => join(folder, pathOf(tag, place, "/"), "index.html");
      if (existsSync(fileOf(from))) throw new Error(`${where}: expected a place without a page: ${from} has one`);
      if (!existsSync(fileOf(to))) throw new Error(`${where}: expected a page to lead to: ${to} has none`);
      return { file: fileOf(from), html: pageTo(pathOf(tag, to, base), tag) };
    }),
  );
  for (const { file, html } of pages) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  }
}

function pageTo(address: string, language: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${address}</title><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${address}"><link rel="canonical" href="${address}"></head>
<body><p><a href="${address}">${address}</a></p></body></html>
`;
}
