// Starts a server, opens its page in Chromium, and writes the calls that the page made: `browser.js <server command>`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startServer } from "./server.js";

const server = await startServer(process.argv.slice(2));
const profile = await mkdtemp(join(tmpdir(), "profile-"));
let browser;
try {
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    timeout: 120_000,
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
  await page.goto(server.url);
  console.log(await Promise.race([page.locator("#calls").textContent({ timeout: 120_000 }), broken]));
} finally {
  await browser?.close();
  server.stop();
  await rm(profile, { recursive: true, force: true });
}
