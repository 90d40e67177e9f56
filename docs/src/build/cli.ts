import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const HELP = `Usage: docs <command> [options]

  build            builds the site, from clean
  dev              serves it, and shows changes as they are made

  --out <folder>   where it is built; docs/dist unless told otherwise
  --site <origin>  where it will be published, for its site map; $DOCS_SITE, or http://localhost:4321
  --base <path>    the path beneath it; $DOCS_BASE, or /
  --help           this text
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    site: { type: "string" },
    base: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const [command, ...rest] = positionals;

if (values.help || rest.length > 0 || (command !== "build" && command !== "dev")) {
  (values.help ? process.stdout : process.stderr).write(HELP);
  process.exit(values.help ? 0 : 2);
}

const root = resolve(import.meta.dirname, "../..");
const out = resolve(values.out ?? join(root, "dist"));
process.env.ASTRO_TELEMETRY_DISABLED = "1";
if (values.site !== undefined) process.env.DOCS_SITE = values.site;
if (values.base !== undefined) process.env.DOCS_BASE = values.base;
// The site reads the specs from beside its own folder, wherever the command was called.
process.chdir(root);
const { build, dev } = await import("astro");

if (command === "dev") await dev({ root });
else {
  const start = performance.now();
  // What was made before lingers: a changed look of the code blocks would reach some pages only.
  for (const folder of [out, join(root, ".astro"), join(root, "node_modules/.astro")]) {
    rmSync(folder, { recursive: true, force: true });
  }
  await build({ root, outDir: out, logLevel: "warn" });
  process.stderr.write(`built ${out} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
