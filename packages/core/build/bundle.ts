// Puts openapi-fetch's code into the one module that uses it, with its licence beside it: nobody who installs a client has to
// install, and audit, two packages more, of which one is types alone.
import { copyFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const bundled = join(import.meta.dirname, "../dist/openapi-fetch.js");
const original = dirname(fileURLToPath(import.meta.resolve("openapi-fetch/package.json")));

await build({
  entryPoints: [bundled],
  outfile: bundled,
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  mainFields: ["module"],
  banner: { js: "// Made of openapi-fetch, whose licence is in openapi-fetch.LICENSE." },
});
copyFileSync(join(original, "LICENSE"), bundled.replace(/js$/, "LICENSE"));
// It leads to the module as it was before.
rmSync(`${bundled}.map`);
