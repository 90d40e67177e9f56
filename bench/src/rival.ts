// Redocly's generated client, made anew from our own spec: the closest thing to compare with.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { runNode } from "./run-process.ts";
import { root } from "./workspace.ts";

/** The generated client on disk. */
export interface Rival {
  /** The TypeScript as generated. */
  readonly source: string;
  /** The same as a module that Node runs. */
  readonly module: string;
}

/**
 * Generates the client for AsiaBill with Redocly's default settings into a temporary folder, hands it on, and removes it.
 *
 * @param use - What to do with it.
 */
export async function withRival<T>(use: (rival: Rival) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const rival = { source: join(folder, "client.ts"), module: join(folder, "client.mjs") };
    const redocly = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));
    const spec = join(root, "specs/asiabill/openapi.yaml");
    // In the temporary folder no configuration of ours is found.
    await runNode([join(redocly, "bin/cli.js"), "generate-client", spec, "--output", rival.source], folder);
    await build({ entryPoints: [rival.source], outfile: rival.module, format: "esm", target: "es2022" });
    return await use(rival);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
