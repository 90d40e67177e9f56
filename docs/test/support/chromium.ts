import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where systems have it. */
const PLACES: readonly string[] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Nothing but what a page asks for: no sandbox (in a container there is none to have), no updates, no other protocol. */
const OPTIONS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns The path of Chromium: `$CHROMIUM`, or where a system has it; undefined where there is none. */
export function findChromium(): string | undefined {
  const path = process.env.CHROMIUM;
  if (path !== undefined) return path;
  return PLACES.find((place) => existsSync(place));
}

/** Starts Chromium, headless and with an empty profile. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...OPTIONS] });
}
