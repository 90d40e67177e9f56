// `pnpm test:remote-cache`: two clones that stand for two machines, and a cache server between them.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { environment } from "../rehearse-release/environment.ts";
import { createProcesses } from "../rehearse-release/processes.ts";
import { installRig, rigCache } from "../rehearse-release/rig.ts";
import { rehearseCache } from "./rehearse-cache.ts";

const usage = `Usage: pnpm test:remote-cache

Builds what is committed in one clone, with a cache server on loopback and signed artifacts, and shows that a second clone
gets every task from there, that an artifact somebody changed is refused, and so is one that was signed with another key.

  --help  prints this

Exit code: 0 when all of that is so, 1 when it isn't, 2 for a wrong argument.
`;

const repository = join(import.meta.dirname, "../../..");
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { help: { type: "boolean", short: "h" } } });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const processes = createProcesses();
  const folder = mkdtempSync(join(tmpdir(), "customer-clients-cache-"));
  const stop = () => void processes.stopAll();
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    const env = environment(process.env, repository);
    process.stderr.write("installing the cache server …\n");
    const rig = await installRig(processes, join(import.meta.dirname, "rig"), rigCache(), env);
    mkdirSync(join(folder, "storage"));
    const checks = await rehearseCache(processes, repository, folder, rig.folder, env, (text) =>
      process.stderr.write(`${text} …\n`),
    );
    for (const { name, passed, found } of checks) process.stdout.write(`${passed ? "✓" : "✗"} ${name}: ${found}\n`);
    const failed = checks.filter(({ passed }) => !passed).length;
    process.stdout.write(`\n${checks.length - failed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`test:remote-cache: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await processes.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
}
