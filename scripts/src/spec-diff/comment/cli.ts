// The second half of the pull request's review: posts what the first one left.

import { setTimeout } from "node:timers/promises";
import { plainOutput } from "../../generate/output.ts";
import { commentCommand } from "./command.ts";

const output = plainOutput({
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});

process.exitCode = await commentCommand(process.argv.slice(2), process.env, output, setTimeout);
