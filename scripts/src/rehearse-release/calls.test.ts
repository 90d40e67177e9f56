import { expect, test } from "vitest";
import { readCalls } from "./calls.ts";

test("reads the last line that is a list of calls", () => {
  const output = 'a warning\n[{"name":"old"}]\n[{"name":"create"},{"name":"get","error":"no"}]\nbye\n';
  expect(readCalls(output)).toEqual([{ name: "create" }, { name: "get", error: "no" }]);
});

test("reads a test runner's report: what didn't pass went wrong", () => {
  const assertionResults = [
    { fullName: "is kept", status: "passed", failureMessages: [] },
    { fullName: "is deleted", status: "failed", failureMessages: ["expected 1"] },
    { fullName: "is forgotten", status: "pending" },
  ];
  expect(readCalls(JSON.stringify({ testResults: [{ assertionResults }] }))).toEqual([
    { name: "is kept" },
    { name: "is deleted", error: "failed: expected 1" },
    { name: "is forgotten", error: "pending" },
  ]);
});

test.each(["", "done\n", '{"calls":1}', "null"])("says what it found in place of calls: %j", (output) => {
  expect(() => readCalls(output)).toThrow("expected a line with the calls that were made, found");
});
