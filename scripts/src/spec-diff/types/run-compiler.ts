import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const COMPILER = join(import.meta.dirname, "../../../../node_modules/typescript/bin/tsc");

/** A specification of 5 MB takes three seconds. */
const TIMEOUT_MS = 120_000;

const SETTINGS = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // Only the questions are checked; the generated types are there to be asked about.
    skipLibCheck: true,
    types: [],
    lib: ["es5"],
    target: "es2022",
    module: "nodenext",
    allowImportingTsExtensions: true,
  },
};

/** A line that the compiler has something against. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/**
 * Runs TypeScript's `tsc` once.
 *
 * @param files Texts by path; those that end in `.d.ts` aren't checked themselves.
 * @returns What it complains of, in the files that were given.
 */
export async function runCompiler(files: ReadonlyMap<string, string>): Promise<Complaint[]> {
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  try {
    const roots = [...files.keys()].filter((path) => !path.endsWith(".d.ts"));
    const all = new Map(files)
      .set("package.json", `{ "type": "module" }`)
      .set("tsconfig.json", JSON.stringify({ ...SETTINGS, files: roots }));
    for (const [path, text] of all) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return readComplaints(await run(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMPILER, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT_MS,
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0 || code === 1 || code === 2) resolve(output);
      else reject(new Error(`tsc didn't end as it should (${signal ?? code}): ${output.slice(0, 1000)}`));
    });
  });
}

function readComplaints(output: string): Complaint[] {
  return output.split("\n").flatMap((text) => {
    if (text === "" || text.startsWith(" ")) return [];
    const [, file, line, code] = /^(.+?)\((\d+),\d+\): error (TS\d+):/.exec(text) ?? [];
    if (file === undefined || line === undefined || code === undefined)
      throw new Error(`tsc didn't say what was expected of it: ${text.slice(0, 1000)}`);
    return [{ file, line: Number(line), code }];
  });
}
