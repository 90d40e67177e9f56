#!/usr/bin/env node
// `npx @customer-clients/sandbox`: the sandbox as a command.
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { banner, hostWarning, startLine } from "./command/banner.ts";
import { jsonLine, type Paint, readableLine } from "./command/log.ts";
import { type CommandOptions, help, readCommandLine } from "./command/options.ts";
import { type StartedSandbox, startSandbox } from "./node.ts";
import { defaultCredentials, providerNames, secretsOf } from "./options.ts";

/** How long open requests are waited for at the end, in milliseconds; a second signal ends at once. */
const graceMs = 60_000;

/** Colours only on a terminal, and as NO_COLOR wants it. */
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

async function start({
  host,
  port,
  database,
  allowOrigin,
  seed,
  count,
  quiet,
  json,
}: CommandOptions): Promise<StartedSandbox> {
  const secrets = secretsOf(defaultCredentials);
  const line = json ? jsonLine(secrets) : readableLine(secrets, paint);
  const names = [...providerNames, "control"] as const;
  const ports = Object.fromEntries(names.map((name, index) => [name, port === 0 ? 0 : port + index]));
  const sandbox = await startSandbox({
    host,
    ports,
    database,
    allowOrigin,
    graceMs,
    ...(!quiet && { onRequest: (request) => console.log(line(request)) }),
  });
  try {
    if (seed !== undefined) await sandbox.seed({ seed, count });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return sandbox;
}

/** Ends the process cleanly at the first signal, and at once at the second. */
function endOnSignals(sandbox: StartedSandbox): void {
  let isEnding = false;
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.on(signal, () => {
      if (isEnding) process.exit(exitCode);
      isEnding = true;
      console.error("Stopping once open requests are answered; a second signal stops at once.");
      sandbox.close().then(() => process.exit(0), fail);
    });
  }
}

/** Says in a line why it can't go on. */
function fail(error: unknown): void {
  const { syscall, code = "", port, address, message } = error as ListenError;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken; choose five others with --port, or 0 for free ones`,
    EACCES: `port ${port} isn't allowed; choose ports from 1024 on with --port`,
    EADDRNOTAVAIL: `this machine has no address ${address}; choose another with --host`,
  };
  console.error(`customer-clients-sandbox: ${(syscall === "listen" && reasons[code]) || message}`);
  process.exit(1);
}

/** What Node says when it can't listen. */
interface ListenError extends NodeJS.ErrnoException {
  readonly port?: number;
  readonly address?: string;
}

function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function commandLine(): ReturnType<typeof readCommandLine> {
  try {
    return readCommandLine(process.argv.slice(2));
  } catch (error) {
    console.error(`customer-clients-sandbox: ${(error as Error).message}\nTry --help.`);
    process.exit(2);
  }
}

// Whoever reads the output may go away: `customer-clients-sandbox | head`.
process.stdout.on("error", () => process.exit(0));
const options = commandLine();
if (options === "help") {
  process.stdout.write(help);
} else if (options === "version") {
  console.log(version());
} else {
  const warning = hostWarning(options.host);
  if (warning) console.error(warning);
  await start(options).then((sandbox) => {
    const { json, database } = options;
    console.log(json ? startLine(sandbox, database) : banner(sandbox, database, paint));
    endOnSignals(sandbox);
  }, fail);
}
