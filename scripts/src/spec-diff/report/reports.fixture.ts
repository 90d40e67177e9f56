import fc from "fast-check";
import type { Finding, Witness } from "../finding.ts";
import type { ProviderReview, Review, ReviewedFinding } from "../review.ts";

/** What a hostile spec may try to be: parts of what Markdown, GitHub and the runner look for. */
const PARTS = [
  ..."`*_~<>[]()!#@:/\\|&;%^$={}-+.\"' \n\r\t",
  "```",
  "~~~",
  "</details>",
  "<!--",
  "-->",
  "<script>alert(1)</script>",
  "<img src=x onerror=y>",
  "![a](https://e.example/i.png)",
  "[a](https://e.example)",
  "<https://e.example>",
  "https://e.example/a",
  "www.example.com",
  "a@b.example",
  "@user",
  "@org/team",
  "#12",
  "GH-12",
  "org/repo#1",
  "org/repo@0123456789abcdef0123456789abcdef01234567",
  "0123456789abcdef0123456789abcdef01234567",
  "deadbeef",
  ":smile:",
  "\n::error file=a::b",
  "\n##[error]x",
  "%0A::set-output name=a::b",
  "&#64;user",
  "&lt;b&gt;",
  "[^1]",
  "[^1]: x",
  "- [ ] x",
  "# heading",
  "> quote",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "$x$",
  "\u202e",
  "\u001b[31m",
  "\u2028",
  "\ud800",
  "word",
  "GH",
  "1.",
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PARTS) }, fc.string({ unit: "grapheme", maxLength: 5 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

const direction = fc.constantFrom("request" as const, "answer" as const);

const witness: fc.Arbitrary<Witness | "unproven"> = fc.oneof(
  fc.constant("unproven" as const),
  fc.record({
    direction,
    operationId: hostileText,
    payload: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
    where: hostileText,
    before: fc.constantFrom("valid" as const, "impossible" as const),
    after: hostileText,
  }),
);

const finding: fc.Arbitrary<ReviewedFinding> = fc
  .record({
    id: hostileText,
    rule: fc.constant("rule"),
    kind: fc.constantFrom<Finding["kind"]>("breaking", "additive", "documentation"),
    surface: fc.constantFrom<Finding["surface"]>("wire", "types", "both"),
    pointer: hostileText,
    operations: fc.array(fc.record({ operationId: hostileText, direction }), { maxLength: 3 }),
    message: fc.tuple(hostileText, hostileText).map(([one, other]) => `\`${one}\` no longer accepts \`${other}\``),
    line: fc.constant(1),
    column: fc.constant(1),
    witness,
    accepted: fc.record({ reason: hostileText, expires: hostileText }),
  })
  .map((one) => ({ ...one, breaking: one.kind === "breaking" }));

const provider: fc.Arbitrary<ProviderReview> = fc.record({
  provider: hostileText,
  spec: hostileText,
  bump: fc.constantFrom("major" as const, "minor" as const),
  findings: fc.array(finding, { minLength: 1, maxLength: 3 }),
  changeset: fc.constant({ declared: "none" as const, required: "minor" as const, ok: false }),
  problems: fc.array(
    fc.tuple(hostileText, hostileText).map((lines) => lines.join("\n")),
    { maxLength: 2 },
  ),
  notes: fc.array(hostileText, { maxLength: 1 }),
});

/** A review of specs whose every text is out to do harm. */
export const hostileReview: fc.Arbitrary<Review> = fc.record({
  base: hostileText,
  hasGate: fc.constant(true),
  providers: fc.array(provider, { minLength: 1, maxLength: 2 }),
});
