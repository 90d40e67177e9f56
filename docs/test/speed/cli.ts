import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildSite, DOCS } from "../support/build-site.ts";
import { findChromium, launch } from "../support/chromium.ts";
import { serve } from "../support/serve.ts";
import { measure, type Speed, type Visitor } from "./measure.ts";

/** Pages of three kinds: an operation's, a provider's overview, a guide. */
const PAGES = ["pingxx/operations/list-customers/", "asiabill/", "guides/errors/"];

/** This machine, and the slow phone that Lighthouse takes for a measure. */
const VISITORS: readonly Visitor[] = [
  { name: "desk", width: 1400, processor: 1 },
  { name: "phone", width: 375, processor: 4, line: { kilobits: 1638.4, latencyMs: 150 } },
];

/** How often each is measured; the middle one is told. */
const RUNS = 5;

const executable = findChromium();
if (executable === undefined) {
  process.stderr.write("No Chromium here. Debian has it: apt-get install chromium\n");
  process.exit(1);
}
const folder = join(DOCS, "dist");
if (!existsSync(folder)) await buildSite(folder);
const server = await serve(folder);
const browser = await launch(executable);

const rows: Record<string, Record<string, string | number>> = {};
for (const visitor of VISITORS) {
  for (const page of PAGES) {
    const runs: Speed[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, server.url + page, visitor));
    const middle = (key: keyof Speed) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    rows[`${visitor.name} ${page}`] = {
      "first paint, ms": Math.round(middle("firstPaintMs")),
      "largest paint, ms": Math.round(middle("largestPaintMs")),
      "blocked, ms": Math.round(middle("blockedMs")),
      moved: middle("shift").toFixed(3),
      requests: middle("requests"),
      "kB, not compressed": Math.round(middle("bytes") / 1000),
    };
  }
}
console.table(rows);

await browser.close();
await server.close();
