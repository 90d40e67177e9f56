import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { AstroIntegration } from "astro";
import { PROVIDERS, SPECS } from "../spec/specs.ts";
import { llmsFullText, llmsText, type TwinPage } from "./llms.ts";
import { pageMarkdown } from "./page-markdown.ts";

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

/** Redocly's command, beside the file that its package exports. */
const REDOCLY = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

async function writeRedoc(provider: string, folder: string): Promise<void> {
  const output = join(folder, provider, "redoc.html");
  mkdirSync(dirname(output), { recursive: true });
  const spec = join(SPECS, provider, "openapi.yaml");
  // It runs where there is no redocly.yaml: the one at the root is for the lint.
  const options = {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  };
  await promisify(execFile)(process.execPath, [REDOCLY, "build-docs", spec, "--inlineBundle", "-o", output], options);
}
