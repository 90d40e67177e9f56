import { expect, test } from "vitest";
import { table } from "./table.ts";

const consumer = { calls: [{ name: "create" }], requests: 3, result: "passed" } as const;

test("each run is a line; what failed is told in full below, what was skipped where it stands", () => {
  const lines = table([
    { ...consumer, consumer: "deno", label: "Deno 2" },
    {
      ...consumer,
      consumer: "vite",
      label: "Chromium",
      calls: [],
      requests: 0,
      result: "skipped",
      reason: "none found",
    },
    { ...consumer, consumer: "bun", label: "Bun 1", result: "failed", reason: "create: no\nget: no" },
  ]).split("\n");
  expect(lines).toEqual([
    expect.stringContaining("consumer  run with  calls  requests  result"),
    "deno      Deno 2        1         3  passed",
    "vite      Chromium                   skipped: none found",
    "bun       Bun 1         1         3  failed",
    "",
    "bun, Bun 1:",
    "create: no",
    "get: no",
  ]);
});
