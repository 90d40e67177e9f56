// The options of the command.
import { parseArgs } from "node:util";
import { checkOrigin } from "../cross-origin.ts";
import { readInteger } from "../read.ts";

/** What the command is told to do. */
export interface CommandOptions {
  readonly host: string;
  /** The first of five ports one after the other; 0 for free ones. */
  readonly port: number;
  readonly database: string;
  /** Whose web pages may call the providers; nobody's without. */
  readonly allowOrigin?: string;
  /** Which customers to make up; none without. */
  readonly seed?: number;
  readonly count: number;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** What `--help` prints. */
export const help = `Usage: customer-clients-sandbox [options]

Runs a stand-in for the customers APIs of AsiaBill, Finan, Lumyri and Ping++ on this machine.

  --port <number>     the first of five ports: AsiaBill, Finan, Lumyri, Ping++, control API;
                      0 for free ones (4700)
  --host <address>    the address that the providers listen on; the control API stays on
                      127.0.0.1 (127.0.0.1)
  --database <where>  a file for SQLite, or postgres://… for a team
                      (./customer-clients-sandbox.db)
  --allow-origin <origin>
                      the origin of the web pages that may call the providers (nobody's)
  --seed <number>     put in made-up customers, always the same ones for the same number
  --count <number>    how many of them for each provider (20)
  --quiet             no log of requests
  --json              everything as JSON, one value a line
  --help              print this
  --version           print the version

Exit code: 0 after SIGINT or SIGTERM, 1 when it can't start, 2 for a wrong option.
`;

/** The options of the command line as Node reads them. */
const definitions = {
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "4700" },
  database: { type: "string", default: "./customer-clients-sandbox.db" },
  "allow-origin": { type: "string" },
  seed: { type: "string" },
  count: { type: "string" },
  quiet: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean" },
  version: { type: "boolean" },
} as const;

/**
 * @param args The command line behind the command's name.
 * @returns The options, or which text to print in place of doing anything.
 * @throws TypeError that names the option which isn't as expected.
 */
export function readCommandLine(args: readonly string[]): CommandOptions | "help" | "version" {
  const { values } = parseArgs({ args: [...args], options: definitions });
  if (values.help) return "help";
  if (values.version) return "version";
  const { host, database, quiet, json, seed, count, "allow-origin": origin } = values;
  if (host === "") throw new TypeError("--host: expected an address, found none");
  if (database === "") throw new TypeError("--database: expected a file or postgres://…, found none");
  if (count !== undefined && seed === undefined) throw new TypeError("--count: expected --seed beside it");
  return {
    host,
    // Room for five; 0 stands for none in particular.
    port: integer("--port", values.port, 0, 65_531),
    database,
    ...(origin !== undefined && { allowOrigin: checkOrigin("--allow-origin", origin) }),
    ...(seed !== undefined && { seed: integer("--seed", seed, 0, 2 ** 32 - 1) }),
    count: integer("--count", count ?? "20", 0, 10_000),
    quiet,
    json,
  };
}

function integer(name: string, text: string, from: number, to: number): number {
  return readInteger({ name, value: /^\d+$/.test(text) ? Number(text) : text }, from, to);
}
