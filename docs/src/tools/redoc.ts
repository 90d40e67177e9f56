import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { SPECS } from "../spec/specs.ts";

/** Redocly's command, which its package doesn't export. */
const REDOCLY = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/** It writes its own styles and looks things up in a worker, but asks for nothing outside its page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src data:",
  "connect-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Writes a provider's reference as one page by Redoc, with all that it needs in it.
 *
 * @param folder The built site.
 */
export async function writeRedoc(provider: string, folder: string): Promise<void> {
  const output = join(folder, provider, "redoc.html");
  mkdirSync(dirname(output), { recursive: true });
  const command = [REDOCLY, "build-docs", join(SPECS, provider, "openapi.yaml"), "--inlineBundle", "-o", output];
  // It runs where there is no redocly.yaml: the one at the root is for the lint.
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  await promisify(execFile)(process.execPath, command, { cwd: folder, env });
  writeFileSync(output, alone(readFileSync(output, "utf8")));
}

/** Keeps a page from asking for anything: the maker's logo is on another host, and a browser asks for an icon by itself. */
function alone(html: string): string {
  const head = `<meta http-equiv="content-security-policy" content="${POLICY}"><link rel="icon" href="../favicon.svg">`;
  return html
    .replace(/<head>/, `<head>${head}`)
    .replace(/https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g, "data:image/svg+xml,");
}
