import { describe, expect, test } from "vitest";
import type { ReceivedRequest } from "../requests.ts";
import { jsonLine, type Paint, readableLine } from "./log.ts";

const plain: Paint = (_, text) => text;
const request: ReceivedRequest = {
  provider: "lumyri",
  operation: "listCustomers",
  method: "GET",
  target: "/users/customers?limit=0",
  headers: { authorization: "Bearer s3cret" },
  body: "a person's name",
  status: 400,
  reason: "limit: must be >= 1",
  time: Date.UTC(2026, 0, 31, 8, 5, 3, 9),
};
const { reason: _, ...taken } = { ...request, status: 200 };

describe("the line of a request", () => {
  test("says when, who, what, how it was answered, and why it was refused", () => {
    const line = readableLine([], plain);
    expect(line(request)).toBe("08:05:03.009Z  lumyri    GET /users/customers?limit=0  400  limit: must be >= 1");
    expect(line(taken)).toBe("08:05:03.009Z  lumyri    GET /users/customers?limit=0  200");
  });

  test("has the provider's code, the faults, and no status where there was no answer", () => {
    const line = readableLine([], plain);
    expect(line({ ...taken, provider: "asiabill", code: "00000", faults: ["latency"] })).toBe(
      "08:05:03.009Z  asiabill  GET /users/customers?limit=0  200 00000  [latency]",
    );
    expect(line({ ...request, status: 0, faults: ["reset"], reason: "gone" })).toContain("  no answer  [reset]  gone");
  });

  test("is coloured by how it was answered", () => {
    const line = readableLine([], (style, text) => `<${style}>${text}</>`);
    expect(line(taken)).toContain("<green>200</>");
    expect(line(request)).toContain("<yellow>400</>");
    expect(line({ ...request, status: 500 })).toContain("<red>500</>");
    expect(line({ ...request, status: 0 })).toContain("<red>no answer</>");
  });

  test.each([readableLine(["s3cret"], plain), jsonLine(["s3cret"])])(
    "has no secret in it, nor headers and bodies",
    (line) => {
      const text = line({ ...request, target: "/?key=s3cret", reason: "found s3cret" });
      expect(text).toContain("/?key=***");
      expect(text).toContain("found ***");
      expect(text).not.toMatch(/s3cret|person|Bearer/);
    },
  );

  test("stays one line without commands to the terminal, and is bounded", () => {
    const text = readableLine(
      [],
      plain,
    )({ ...request, target: `/\r\n\u2028\u001b[2J\u009b2J`, reason: "x".repeat(1_000) });
    expect(text).toContain(String.raw`/\u000d\u000a\u2028\u001b[2J\u009b2J`);
    expect(text).toContain(`  ${"x".repeat(500)}…`);
    expect(text).not.toMatch(/[\p{Cc}\u2028]/u);
  });

  test("is JSON for programs", () => {
    expect(JSON.parse(jsonLine([])(request))).toEqual({
      event: "request",
      time: "2026-01-31T08:05:03.009Z",
      provider: "lumyri",
      operation: "listCustomers",
      method: "GET",
      target: "/users/customers?limit=0",
      status: 400,
      reason: "limit: must be >= 1",
    });
    expect(jsonLine([])({ ...request, reason: "a\nb" })).not.toContain("\n");
  });
});
