import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "@customer-clients/scripts/src/api-report/packages.ts";
import { root } from "./documents.ts";

/** What pnpm does by itself, of what the documents use. */
const pnpmCommands = ["add", "exec", "install", "publish"];
const published = publishedPackages(root);
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/**
 * What is wrong with the commands of a shell block, as far as that can be told without running them: scripts and packages that
 * there aren't, and commands that nobody knows.
 */
export function shellProblems(code: string): string[] {
  return commandsOf(code).flatMap((command) => problemOf(command.split(/\s+/)) ?? []);
}

/** The commands of a shell block, a line each, without comments and assignments. */
export function commandsOf(code: string): string[] {
  return code
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, "")
        .replace(/^\$ /, "")
        .replace(/^(\w+=("[^"]*"|[^\s"]+) +)+/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !/^\w+=\S*$|^\w+="[^"]*"$/.test(line));
}

/** Why there is no such script or program of `pnpm`, if so. */
export function pnpmProblem(name: string | undefined): string | undefined {
  if (name === undefined || name in scripts || pnpmCommands.includes(name)) return undefined;
  return existsSync(join(root, "node_modules/.bin", name)) ? undefined : `pnpm ${name}: there is no such script`;
}

function problemOf([program = "", ...args]: string[]): string | undefined {
  const words = args.filter((argument) => !argument.startsWith("-"));
  switch (program) {
    case "pnpm":
      return pnpmProblem(words[0]);
    case "npx":
      return /^pnpm@\d+$/.test(words[0] ?? "") ? pnpmProblem(words[1]) : packageProblem(words[0]);
    case "npm":
    case "deno":
    case "bun":
    case "yarn":
      return words.map(packageProblem).find((problem) => problem !== undefined);
    case "node":
    case "cd":
    case "curl":
    case "git":
      return undefined;
    default:
      return `${program}: expected a command that can be checked; else mark the block no-run: <why>`;
  }
}

function packageProblem(word: string | undefined): string | undefined {
  const [, name] = /^(?:npm:)?@customer-clients\/([\w-]+)/.exec(word ?? "") ?? [];
  if (name === undefined || published.some((each) => each.name === name)) return undefined;
  return `${word}: there is no such package`;
}
