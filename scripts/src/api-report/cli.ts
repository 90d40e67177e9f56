// `pnpm api-report`: what each package exports, kept under review.

import { join } from "node:path";
import { apiReportCommand } from "./command.ts";

process.exitCode = apiReportCommand(process.argv.slice(2), join(import.meta.dirname, "../../.."), {
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
