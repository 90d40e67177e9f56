// `pnpm spec-diff`: what a change to a spec does to callers.

import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { specDiffCommand } from "./command.ts";

enableCompileCache();

process.exitCode = await specDiffCommand(process.argv.slice(2), {
  workspace: join(import.meta.dirname, "../../.."),
  output: {
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
  },
  progress: process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  color: process.stdout.isTTY && process.stdout.hasColors(),
  now: Date.now,
});
