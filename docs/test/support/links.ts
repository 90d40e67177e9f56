import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./pages.ts";

/**
 * @param folder The built site.
 * @param base The base path that it was built for.
 * @returns The links of its pages that lead nowhere: to no file of the site, or to no element of a page.
 */
export function deadLinks(pages: readonly BuiltPage[], folder: string, base: string): string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const idsIn = (file: string) => {
    const known = ids.get(file) ?? idsOf(readFileSync(file, "utf8"));
    ids.set(file, known);
    return known;
  };
  return pages.flatMap(({ place, html }) => {
    const here = new URL(base + place, "http://site");
    const dead = addressesIn(html).filter((address) => {
      const target = new URL(address, here);
      if (target.origin !== here.origin) return false;
      if (!target.pathname.startsWith(base)) return true;
      const path = decodeURIComponent(target.pathname.slice(base.length));
      const file = join(folder, path === "" || path.endsWith("/") ? `${path}index.html` : path);
      if (!existsSync(file)) return true;
      const id = decodeURIComponent(target.hash.slice(1));
      return id !== "" && file.endsWith(".html") && !idsIn(file).has(id);
    });
    return [...new Set(dead)].map((address) => `${place}: ${address}`);
  });
}

/** @returns What a page loads or leads to; its canonical address and those of its other languages name the origin. */
function addressesIn(html: string): string[] {
  const tags = html.match(/<(?:a|link|script|img|source|iframe)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    if (/rel="(?:canonical|alternate)"/.test(tag) && !tag.includes("text/markdown")) return [];
    const address = /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1];
    return address === undefined || /^(?:data|mailto|javascript):/.test(address)
      ? []
      : [address.replaceAll("&amp;", "&")];
  });
}

function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id.replaceAll("&amp;", "&")));
}
