import { createRequire } from "node:module";
import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import { runNode } from "./run-process.ts";
import { estimate } from "./statistics.ts";
import { root } from "./workspace.ts";

/** How many cached builds are measured. */
const runs = 3;
const title = "turbo run build, everything cached";

/**
 * What a build takes when nothing has changed.
 *
 * @throws Error where turbo doesn't find the package manager: the bench is to be started with it.
 */
export async function cachedBuild(): Promise<Outcome> {
  await build();
  const works: number[] = [];
  const wholes: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    works.push(timeOf(await build()));
    wholes.push(performance.now() - start);
  }
  const work = estimate(works);
  return {
    tables: [
      {
        title,
        columns: [{ name: "time", unit: "ms" }],
        rows: [
          { name: "as turbo reports it", values: [work] },
          { name: "turbo's whole process", values: [estimate(wholes)] },
        ],
      },
    ],
    gates: [{ name: title, value: work.median, limit: 500, unit: "ms" }],
  };
}

function build(): Promise<string> {
  const turbo = createRequire(join(root, "package.json")).resolve("turbo/bin/turbo");
  return runNode([turbo, "run", "build", "--output-logs=errors-only"], root);
}

/**
 * Reads turbo's summary: `Cached: 6 cached, 6 total`, and `Time: 87ms`, `1.2s` or `1m2s`.
 *
 * @returns The time in milliseconds.
 * @throws Error when not everything was cached.
 */
function timeOf(output: string): number {
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? [];
  const [, minutes, seconds, milliseconds] = /Time:\s+(?:(\d+)m)?(?:([\d.]+)s)?(?:([\d.]+)ms)?\s/.exec(output) ?? [];
  if (cached === undefined || cached !== total || (minutes ?? seconds ?? milliseconds) === undefined) {
    throw new Error(`turbo: expected that everything is cached after a build, and a time, found\n${output.trim()}`);
  }
  return Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1_000 + Number(milliseconds ?? 0);
}
