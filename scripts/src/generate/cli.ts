// `pnpm generate`: the specs' types, descriptors and methods.

import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { generateCommand } from "./command.ts";

// Most of the time goes into loading the TypeScript compiler; Node keeps what it made of it for the next run.
enableCompileCache();

process.exitCode = await generateCommand(process.argv.slice(2), join(import.meta.dirname, "../../.."), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
