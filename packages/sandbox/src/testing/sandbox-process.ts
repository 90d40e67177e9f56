// Runs a sandbox on the database that the first argument names, until the process that started this one lets go of it.
// Any message is answered with the most memory that it took so far, in bytes.
import { startSandbox } from "../node.ts";

const { urls, credentials } = await startSandbox({ database: process.argv[2] });
process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.(process.resourceUsage().maxRSS * 1_024));
process.send?.({ urls, credentials });
