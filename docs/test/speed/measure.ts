import type { Browser } from "playwright-core";

/** What a visitor has: how fast the line is, and how much slower than this machine the processor. */
export interface Visitor {
  readonly name: string;
  readonly width: number;
  /** Times that the processor is slower. */
  readonly processor: number;
  /** The line, in kilobits a second and milliseconds; none for loopback as it is. */
  readonly line?: { readonly kilobits: number; readonly latencyMs: number };
}

/** How a page came up. Times are in milliseconds from the start of the navigation. */
export interface Speed {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  /** What tasks took beyond 50 ms each, between the first paint and the end. */
  readonly blockedMs: number;
  /** How far what was painted moved: 0 is not at all. */
  readonly shift: number;
  readonly requests: number;
  /** As they went over the wire, uncompressed: the server here doesn't compress. */
  readonly bytes: number;
}

/** @returns How a page comes up for a visitor with an empty cache, as Chromium's own PerformanceObserver tells it. */
export async function measure(browser: Browser, address: string, visitor: Visitor): Promise<Speed> {
  const context = await browser.newContext({ viewport: { width: visitor.width, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: visitor.processor });
  if (visitor.line) {
    const bytes = (visitor.line.kilobits * 1024) / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: visitor.line.latencyMs,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: "networkidle" });
  const speed = await page.evaluate(() => (globalThis as unknown as { speed: () => Speed }).speed());
  await context.close();
  return speed;
}

/** Runs in the page, before anything of its own. */
function observe(): void {
  let largest = 0;
  let shift = 0;
  const tasks: PerformanceEntry[] = [];
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => {
    largest = startTime;
  });
  on("layout-shift", (entry) => {
    shift += (entry as unknown as { value: number }).value;
  });
  on("longtask", (entry) => tasks.push(entry));
  Object.assign(globalThis, {
    speed: () => {
      const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      return {
        firstPaintMs: first,
        largestPaintMs: largest,
        blockedMs: tasks
          .filter(({ startTime }) => startTime >= first)
          .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
        shift,
        requests: loaded.length,
        bytes: loaded.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
      };
    },
  });
}
