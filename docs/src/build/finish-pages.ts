import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { extraWords } from "../search/extra-words.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";

/** What is done to the built pages: a content-security policy for each, and the index of the search. */
export function finishPages(): AstroIntegration {
  return {
    name: "finish-pages",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = readdirSync(root, { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".html"))
          .sort();
        for (const file of files) {
          const path = join(root, file);
          writeFileSync(path, finish(readFileSync(path, "utf8")));
        }
        const count = await indexPages(root, files);
        logger.info(`${files.length} pages, ${count} in the index of the search`);
      },
    },
  };
}

/**
 * @param html A page as Astro made it.
 * @returns The page with its policy first in its head. Starlight's own theme is dark where no script runs; without its mark the
 * style sheets follow the reader's system.
 */
export function finish(html: string): string {
  const page = withCodeAssetsInHead(html.replace(/(<html[^>]*?) data-theme="dark"/, "$1"));
  return page.replace(/<head>/, `<head>${contentSecurityPolicy(page)}`);
}

/**
 * Expressive Code leaves its style sheet and its script in a page's first block of code, and which block of a guide comes first is a
 * race between them: two builds would differ.
 */
function withCodeAssetsInHead(html: string): string {
  const assets = new Set(html.match(CODE_ASSETS));
  return html.replace(CODE_ASSETS, "").replace("</head>", () => `${[...assets].sort().join("")}</head>`);
}

const CODE_ASSETS =
  /<link rel="stylesheet" href="[^"]*\/ec\.[^"/]*\.css">|<script type="module" src="[^"]*\/ec\.[^"/]*\.js"><\/script>/g;

async function indexPages(root: string, files: readonly string[]): Promise<number> {
  const { index } = await createIndex({});
  if (!index) throw new Error("expected Pagefind to start");
  let count = 0;
  try {
    for (const file of files) {
      const html = readFileSync(join(root, file), "utf8");
      if (!html.includes("data-pagefind-body")) continue;
      const { errors } = await index.addHTMLFile({ sourcePath: file, content: withExtraWords(html) });
      if (errors.length > 0) throw new Error(`${file}: expected Pagefind to read it: ${errors.join(", ")}`);
      count++;
    }
    const { errors } = await index.writeFiles({ outputPath: join(root, "pagefind") });
    if (errors.length > 0) throw new Error(`expected Pagefind to write its index: ${errors.join(", ")}`);
  } finally {
    await close();
  }
  return count;
}

function withExtraWords(html: string): string {
  const language = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? "en";
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  const words = extraWords(main.replace(/<[^>]*>/g, " "), language);
  const span = `<span data-pagefind-index-attrs="data-words" data-words="${words.join(" ")}"></span>`;
  return html.replace(/<\/main>/, `${span}</main>`);
}
