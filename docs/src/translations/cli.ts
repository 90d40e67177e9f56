// `pnpm docs:translations`: how much of the specs is translated.

import { join } from "node:path";
import { translationsCommand } from "./command.ts";

process.exitCode = translationsCommand(process.argv.slice(2), join(import.meta.dirname, "../../.."), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
