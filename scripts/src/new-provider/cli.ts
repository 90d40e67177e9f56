// `pnpm new-provider`: a package for one more provider, from its OpenAPI document.

import { join } from "node:path";
import { newProviderCommand } from "./command.ts";

process.exitCode = await newProviderCommand(process.argv.slice(2), join(import.meta.dirname, "../../.."), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
