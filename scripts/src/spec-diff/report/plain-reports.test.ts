import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { annotations } from "./annotations.ts";
import { jsonReport } from "./json.ts";
import { hostileReview } from "./reports.fixture.ts";
import { textReport } from "./text.ts";

/** What GitHub's runner takes as a command, wherever in the line it begins. */
const COMMAND = /^\s*(?:::|##\[)/;

/** Reads a workflow command as the runner does. */
function readCommand(line: string): { level: string; properties: Record<string, string>; message: string } {
  const [, level = "", written = "", message = ""] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const properties = written.split(",").map((property): [string, string] => {
    const equals = property.indexOf("=");
    return [property.slice(0, equals), decode(property.slice(equals + 1))];
  });
  return { level, properties: Object.fromEntries(properties), message: decode(message) };
}

function decode(text: string): string {
  return text
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%0A", "\n")
    .replaceAll("%0D", "\r")
    .replaceAll("%25", "%");
}

describe("annotations", () => {
  test("are one command each, with the spec's text in its place, whatever it says", () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        const printed = annotations(review);
        const commands = printed
          .split(/\r\n|[\r\n]/)
          .slice(0, -1)
          .map(readCommand);
        const expected = review.providers.flatMap(({ findings, problems, notes }) => [
          ...findings.map(({ message }) => message),
          ...problems,
          ...notes,
        ]);
        expect(commands.map(({ level }) => /^(?:error|warning|notice)$/.test(level))).toEqual(expected.map(() => true));
        expect(commands.every(({ message }, index) => message.startsWith(expected[index] as string))).toBe(true);
        const files = review.providers.flatMap(({ spec, findings, problems, notes }) =>
          [...findings, ...problems, ...notes].map(() => spec),
        );
        expect(commands.map(({ properties }) => properties.file)).toEqual(files);
      }),
    );
  });
});

describe("text and JSON", () => {
  test("have no line that the runner takes as a command, and none that a spec broke", () => {
    fc.assert(
      fc.property(hostileReview, fc.boolean(), (review, color) => {
        for (const report of [textReport(review, false), jsonReport(review)]) {
          expect(report.split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => COMMAND.test(line))).toEqual([]);
        }
        const shown = stripVTControlCharacters(textReport(review, color));
        expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
