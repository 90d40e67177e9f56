import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { root } from "./documents.ts";
import type { Program } from "./programs.ts";

/** The file that a program is written to, in its folder: in place of slashes, so that they all stand side by side. */
export function moduleName({ place, isTest }: Pick<Program, "place" | "isTest">): string {
  return `${place.replaceAll("/", "__").replace(":", "@")}${isTest ? ".test" : ""}.ts`;
}

/**
 * Writes programs into a folder and compiles them, as strictly as a careful reader would.
 *
 * @param folder - Where packages can be imported from by name.
 * @param given - The file that declares what the programs take as given, if they do: such a program is a sketch, and may leave
 * a variable unused or an index unchecked.
 * @returns What is wrong, by the place of the program; each with the line in its document.
 */
export async function compilePrograms(
  programs: readonly Program[],
  folder: string,
  given?: string,
): Promise<Map<string, string[]>> {
  for (const program of programs) await writeFile(join(folder, moduleName(program)), program.source);
  const config = {
    extends: relative(folder, join(root, "tests/tsconfig.json")),
    compilerOptions: given && { noUncheckedIndexedAccess: false, noUnusedLocals: false, noUnusedParameters: false },
    files: [...programs.map(moduleName), ...(given ? [relative(folder, given)] : [])],
    include: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const output = await new Promise<string>((resolve) => {
    const compiler = join(root, "tests/node_modules/typescript/bin/tsc");
    execFile(process.execPath, [compiler, "-p", folder, "--pretty", "false"], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const found = new Map<string, string[]>(programs.map(({ place }) => [place, []]));
  const elsewhere: string[] = [];
  for (const line of output.split("\n").filter((line) => /error TS\d+/.test(line))) {
    const [, name, number, message = ""] = /([^/\\]+)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    const program = programs.find((program) => moduleName(program) === name);
    if (!program) elsewhere.push(line);
    else if (!isForeign(message, program)) found.get(program.place)?.push(`${program.file}:${number}: ${message}`);
  }
  if (elsewhere.length > 0) throw new Error(`expected errors of examples only, found\n${elsewhere.join("\n")}`);
  return found;
}

/** What isn't run may be about a package that isn't installed here. */
function isForeign(message: string, { reasonNotToRun }: Program): boolean {
  return reasonNotToRun !== undefined && /^TS2307: .*'(?!@customer-clients\/)/.test(message);
}
