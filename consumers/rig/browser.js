// Starts a server, opens its page in Chromium, and writes the calls that the page made: `browser.js <server command>`.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { chromium } from "playwright-core";

const [name, ...rest] = process.argv.slice(2);
const server = spawn(name, rest, { stdio: ["ignore", "pipe", "inherit"] });
const profile = await mkdtemp(join(tmpdir(), "profile-"));
let browser;
try {
  const url = await addressOf(server);
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text()));
  const broken = new Promise((_, reject) => page.once("pageerror", reject));
  await page.goto(url);
  console.log(await Promise.race([page.locator("#calls").textContent({ timeout: 60_000 }), broken]));
} finally {
  await browser?.close();
  server.kill();
  await rm(profile, { recursive: true, force: true });
}

/** The first address that a server writes. */
async function addressOf({ stdout }) {
  let output = "";
  for await (const chunk of stdout) {
    output += stripVTControlCharacters(String(chunk));
    const [url] = /http:\/\/[\w.]+:\d+\/?(?=\s)/.exec(output) ?? [];
    if (url) return url;
  }
  throw new Error(`expected the server's address, found ${output}`);
}
