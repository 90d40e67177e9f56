import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { PROVIDERS } from "../spec/specs.ts";
import { llmsFullText, llmsText, type TwinPage } from "./llms.ts";
import { pageMarkdown } from "./page-markdown.ts";
import { writeRedoc } from "./redoc.ts";

/** Writes what a program reads: a Markdown twin of each page, llms.txt, and one page by Redoc for each provider. */
export function toolFiles(): AstroIntegration {
  let root = new URL("http://localhost/");
  return {
    name: "tool-files",
    hooks: {
      "astro:config:done": ({ config }) => {
        root = new URL(config.base.endsWith("/") ? config.base : `${config.base}/`, config.site);
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const twins = writeTwins(folder, root);
        const english = inGroups(twins.filter(({ language }) => language === "en"));
        const home = english.find(({ address }) => address === new URL("index.md", root).href);
        writeFileSync(join(folder, "llms.txt"), llmsText(home?.title ?? "", home?.description ?? "", english));
        writeFileSync(join(folder, "llms-full.txt"), llmsFullText(english));
        await Promise.all(PROVIDERS.map((provider) => writeRedoc(provider, folder)));
        logger.info(`${twins.length} Markdown twins, ${PROVIDERS.length} pages by Redoc`);
      },
    },
  };
}

type Twin = TwinPage & { readonly language: string };

function writeTwins(folder: string, root: URL): Twin[] {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .sort((a, b) => (dirname(a) < dirname(b) ? -1 : 1));
  return pages.flatMap((file) => {
    const html = readFileSync(join(folder, file), "utf8");
    const place = file.replace(/index\.html$/, "");
    const markdown = pageMarkdown(html, new URL(place, root).href);
    if (markdown === "") return [];
    writeFileSync(join(folder, place, "index.md"), markdown);
    return {
      title: /^# (.*)$/m.exec(markdown)?.[1] ?? place,
      description: fromAttribute(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ""),
      address: new URL(`${place}index.md`, root).href,
      group: /^([^/]+)\//.exec(place)?.[1] ?? "start",
      language: /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? "",
      markdown,
    };
  });
}

/** Gives each group the title of the page that leads it, where there is one. */
function inGroups(twins: readonly Twin[]): Twin[] {
  const titles = new Map(twins.map(({ address, title }) => [new URL(address).pathname.split("/").at(-2), title]));
  return twins.map((twin) => ({
    ...twin,
    group: titles.get(twin.group) ?? `${twin.group[0]?.toUpperCase()}${twin.group.slice(1)}`,
  }));
}

function fromAttribute(attribute: string): string {
  return attribute
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
}
