import fc from "fast-check";
import { isObject } from "../../../spec/pointer.ts";
import type { Conjunction } from "../schema/conjunction.ts";
import { having, strongest } from "../schema/facts.ts";
import { own } from "../schema/node.ts";

/** The longest text that is made: a limit beyond it has no witness. */
const MAX_LENGTH = 20_000;

/** The longest pattern that texts are made from. */
const MAX_PATTERN = 300;

const SEED = 1;

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: ["2024-02-29"],
  "date-time": ["2024-02-29T12:30:00Z"],
  time: ["12:30:00Z"],
  duration: ["P1DT2H"],
  email: ["ann@example.com"],
  "idn-email": ["ann@example.com"],
  hostname: ["example.com"],
  "idn-hostname": ["example.com"],
  ipv4: ["192.0.2.1"],
  ipv6: ["2001:db8::1"],
  uri: ["https://example.com/a"],
  "uri-reference": ["/a"],
  iri: ["https://example.com/a"],
  uuid: ["123e4567-e89b-12d3-a456-426614174000"],
  "json-pointer": ["/a"],
  "relative-json-pointer": ["1/a"],
  regex: ["^a$"],
  byte: ["YQ=="],
};

/** Texts of no format in particular. */
const PLAIN = ["a", "A1", "1", "", "a b", "ä", "%", "-"];

/** @returns Texts that a schema may allow, at its limits and those of another. */
export function textsFor(all: Conjunction, other: Conjunction): string[] {
  const patterns = having(all, "pattern").map(({ value }) => String(value.pattern));
  const formats = having(all, "format").map(({ value }) => String(value.format));
  const made = [
    ...examplesOf(all).filter((value) => typeof value === "string"),
    ...formats.flatMap((format) => (Object.hasOwn(SAMPLES, format) ? (SAMPLES[format] ?? []) : [])),
    ...patterns.flatMap(matching),
  ];
  const least = strongest(all, "minLength", "max") ?? 0;
  const most = strongest(all, "maxLength", "min") ?? Number.POSITIVE_INFINITY;
  const lengths = [
    least,
    most,
    (strongest(other, "maxLength", "min") ?? 0) + 1,
    (strongest(other, "minLength", "max") ?? 1) - 1,
    Math.max(1, least),
  ];
  const plain = lengths
    .filter((length) => length >= least && length <= most && length >= 0 && length <= MAX_LENGTH)
    .flatMap((length) => ["a", "1"].map((letter) => letter.repeat(length)));
  const stretched = made.flatMap((text) =>
    lengths.filter((length) => length > text.length && length <= 200).flatMap((length) => [stretch(text, length)]),
  );
  return [...new Set([...made, ...plain, ...(patterns.length > 0 ? [] : PLAIN), ...stretched])];
}

function stretch(text: string, length: number): string {
  return (text + (text.at(-1) ?? "a").repeat(length)).slice(0, length);
}

/** @returns Texts that a pattern matches; none where they can't be made. */
function matching(pattern: string): string[] {
  if (pattern.length > MAX_PATTERN || /\{\d{4,}/.test(pattern)) return [];
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern, "u")), { seed: SEED, numRuns: 8 });
  } catch {
    return [];
  }
}

/** @returns Examples and defaults that a schema gives. */
export function examplesOf(all: Conjunction): unknown[] {
  return all.nodes.flatMap(({ value }) => {
    const examples = Array.isArray(value.examples) ? value.examples : isObject(value.examples) ? [] : [];
    return [
      ...examples,
      ...["example", "default"].flatMap((key) => (Object.hasOwn(value, key) ? [own(value, key)] : [])),
    ];
  });
}
