import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Gate, Outcome, Table } from "./outcome.ts";
import { runNode } from "./run-process.ts";
import { estimate } from "./statistics.ts";

/** How many times each program is compiled. */
const rounds = 7;
/** This package's, from where types of Node are found. */
const folder = join(import.meta.dirname, "..");
const compilers = ["typescript", "typescript-5.9"] as const;
const names = ["ours", "openapi-fetch", "stripe", "nothing"] as const;
const options =
  "--noEmit --strict --skipLibCheck --module nodenext --target es2022 --lib es2022,dom,dom.iterable --types node";

type Name = (typeof names)[number];

/** What one run of a compiler says of itself. Times are in milliseconds. */
interface Diagnostics {
  readonly instantiations: number;
  readonly check: number;
  readonly total: number;
}

/** A program's diagnostics, from all rounds. */
interface Cost {
  readonly instantiations: number;
  /** Times in milliseconds, one a round. */
  readonly check: readonly number[];
  readonly total: readonly number[];
}

/** What the compiler has to do for a program with four calls of one client: `tsc --extendedDiagnostics`. */
export async function typeCheck(): Promise<Outcome> {
  const tables: Table[] = [];
  const gates: Gate[] = [];
  for (const compiler of compilers) {
    const costs = await measure(compiler);
    const { version } = createRequire(import.meta.url)(`${compiler}/package.json`);
    tables.push(tableOf(`four calls, type-checked by TypeScript ${version}`, costs));
    if (compiler === "typescript") gates.push(...gatesOf(costs));
  }
  return { tables, gates };
}

async function measure(compiler: string): Promise<Map<Name, Cost>> {
  const runs = new Map(names.map((name) => [name, [] as Diagnostics[]]));
  for (let round = 0; round < rounds; round++) {
    // In turn, so that whatever else the machine does hits all of them.
    for (const [name, own] of runs) own.push(await compile(compiler, name));
  }
  return new Map(
    [...runs].map(([name, own]) => [
      name,
      {
        instantiations: own[0]?.instantiations ?? 0,
        check: own.map(({ check }) => check),
        total: own.map(({ total }) => total),
      },
    ]),
  );
}

/** @throws Error when the program doesn't compile, or the compiler doesn't say what it did. */
async function compile(compiler: string, name: Name): Promise<Diagnostics> {
  const program = join(dirname(createRequire(import.meta.url).resolve(`${compiler}/package.json`)), "bin/tsc");
  const file = join(import.meta.dirname, "type-check", `${name}.ts`);
  const flags = [...options.split(" "), ...(compiler === "typescript" ? ["--ignoreConfig"] : [])];
  const output = await runNode([program, ...flags, "--extendedDiagnostics", file], folder);
  const number = (label: string): number => {
    const [, value] = new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output) ?? [];
    if (value === undefined) throw new Error(`tsc: expected a line with ${label}, found\n${output.trim()}`);
    return Number(value);
  };
  return {
    instantiations: number("Instantiations"),
    check: number("Check time") * 1_000,
    total: number("Total time") * 1_000,
  };
}

function tableOf(title: string, costs: ReadonlyMap<Name, Cost>): Table {
  return {
    title,
    columns: [
      { name: "instantiations", unit: "count" },
      { name: "check time", unit: "ms" },
      { name: "whole run", unit: "ms" },
    ],
    rows: [...costs].map(([name, { instantiations, check, total }]) => ({
      name,
      values: [instantiations, estimate(check), estimate(total)],
    })),
  };
}

/**
 * The whole run is mostly the platform's declarations, which everybody has: what a client adds is in the other two. Of times the
 * lowest counts: whatever else the machine does only adds to it, and the compiler tells no less than a millisecond.
 */
function gatesOf(costs: ReadonlyMap<Name, Cost>): Gate[] {
  return (
    [
      ["openapi-fetch", 1.2],
      ["stripe", 0.5],
    ] as const
  ).flatMap(([name, limit]): Gate[] => {
    const [ours, rival] = [costs.get("ours"), costs.get(name)] as [Cost, Cost];
    return [
      { name: `instantiations ÷ ${name}'s`, value: ours.instantiations / rival.instantiations, limit, unit: "×" },
      { name: `check time ÷ ${name}'s`, value: Math.min(...ours.check) / Math.min(...rival.check), limit, unit: "×" },
    ];
  });
}
