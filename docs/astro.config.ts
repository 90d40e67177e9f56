import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { finishPages } from "./src/build/finish-pages.ts";
import { redirects } from "./src/build/redirects.ts";
import { themesWithoutScript } from "./src/build/themes-without-script.ts";
import { LANGUAGES } from "./src/site/languages.ts";
import { sidebar } from "./src/site/sidebar.ts";
import { SITE_NAME } from "./src/site/site-name.ts";
import { toolFiles } from "./src/tools/tool-files.ts";
import { words } from "./src/words/words.ts";

const locales = Object.fromEntries(
  LANGUAGES.map(({ tag, path, name }) => [path === "" ? "root" : path, { label: name, lang: tag }]),
);

export default defineConfig({
  // Where the site will be published, for its site map and its canonical addresses.
  site: process.env.DOCS_SITE ?? "http://localhost:4321",
  base: process.env.DOCS_BASE ?? "/",
  trailingSlash: "always",
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  // A translated heading has the anchor of the English one: `## 分页 {#paging}`.
  markdown: { processor: satteri({ features: { headingAttributes: true } }) },
  integrations: [
    starlight({
      title: SITE_NAME,
      description: words("en").reference.tagline,
      defaultLocale: "root",
      locales,
      sidebar,
      customCss: ["theme", "guides", "code", "reference", "endpoint", "fields", "lists", "samples", "start"].map(
        (name) => `./src/styles/${name}.css`,
      ),
      components: {
        Footer: "./src/components/site/Footer.astro",
        Search: "./src/components/site/Search.astro",
      },
      // The index is made in finishPages, which adds words to it.
      pagefind: false,
      routeMiddleware: "./src/site/route-data.ts",
      credits: false,
      pagination: false,
    }),
    redirects("redirects.yaml"),
    finishPages(),
    toolFiles(),
  ],
  vite: {
    css: { postcss: { plugins: [themesWithoutScript()] } },
    build: {
      rolldownOptions: {
        // Astro's own directive, which its MDX leaves in each page.
        onLog: (level, log, report) => log.code !== "MODULE_LEVEL_DIRECTIVE" && report(level, log),
      },
    },
  },
});
