// What the command prints at its start.
import type { StartedSandbox } from "../node.ts";
import { providerNames } from "../options.ts";
import type { Paint } from "./log.ts";

/** A database's URL without its password; a file's path as it is. */
export function shownDatabase(database: string): string {
  if (!/^postgres(ql)?:/i.test(database)) return database;
  const url = URL.parse(database);
  if (!url) return "PostgreSQL";
  if (url.password) url.password = "***";
  if (url.searchParams.has("password")) url.searchParams.set("password", "***");
  return url.href;
}

/** What to know about an address that isn't loopback; nothing about one that is. */
export function hostWarning(host: string): string | undefined {
  if (/^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host)) return undefined;
  return `Warning: whoever can reach ${host} can use the sandbox; its credentials are no secret.`;
}

/** Where everything is, and what it takes: for people. */
export function banner({ urls, credentials, control }: StartedSandbox, database: string, paint: Paint): string {
  const providers = providerNames.map((name) => {
    const own = Object.entries(credentials[name]).filter(([, value]) => value !== undefined);
    const lines = own.map(([field, value]) => `${" ".repeat(11)}${field} ${paint("dim", String(value))}`);
    return [`  ${name.padEnd(9)}${paint("green", urls[name])}`, ...lines].join("\n");
  });
  return [
    "The sandbox is running. Its credentials are made up, and good for nothing else.",
    "",
    ...providers,
    `  ${"control".padEnd(9)}${paint("green", control.url)}\n${" ".repeat(11)}token ${paint("dim", control.token)}`,
    "",
    `Kept in ${shownDatabase(database)}. Ctrl+C stops it.`,
    "",
  ].join("\n");
}

/** The same for programs, in one line. */
export function startLine({ urls, credentials, control }: StartedSandbox, database: string): string {
  return JSON.stringify({ event: "start", urls, credentials, control, database: shownDatabase(database) });
}
