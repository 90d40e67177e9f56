import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import type { Review, ReviewedFinding } from "../review.ts";
import { MARKER, MAX_LENGTH, markdownReport } from "./markdown.ts";
import { oneLine } from "./one-line.ts";
import { hostileReview, hostileText } from "./reports.fixture.ts";
import { code, safeMarkdown } from "./safe-markdown.ts";

function render(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** The elements of a page, closing tags too; code left out, in which GitHub looks for nothing. */
function elements(html: string): Set<string> {
  return new Set([...withoutCode(html).matchAll(/<[^>]*>/g)].map(([tag]) => tag));
}

function withoutCode(html: string): string {
  return html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "<code></code>");
}

/** The text of a page that GitHub looks for mentions, issues, commits, addresses and emojis in. */
function looseText(html: string): string {
  return withoutCode(html)
    .replace(/<[^>]*>/g, "\u0000")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
}

// @user, #1, GH-1, commits, www., https:, a@b and :smile: as GitHub finds them.
const LINKED = /@\w|#\d|\bGH-?\d|\b[0-9a-f]{7,40}\b|www\.|:\/\/|:\w+:|\$/i;

const OURS = new Set(
  "<h2> </h2> <h3> </h3> <ul> </ul> <li> </li> <p> </p> <strong> </strong> <code> </code> <pre> </pre> <br> <sub> </sub> <details> </details> <summary> </summary>".split(
    " ",
  ),
).add(MARKER);

const finding: ReviewedFinding = {
  id: "property-removed /components/schemas/CustomerCreate/properties/phone",
  rule: "property-removed",
  kind: "breaking",
  breaking: true,
  surface: "both",
  pointer: "/components/schemas/CustomerCreate/properties/phone",
  operations: [{ operationId: "createCustomer", direction: "request", method: "customers.create" }],
  message: "`customers.create` no longer accepts `phone`",
  line: 12,
  column: 3,
  witness: {
    direction: "request",
    operationId: "createCustomer",
    payload: { phone: "1" },
    where: "body application/json",
    before: "valid",
    after: "must NOT have additional properties",
  },
};

function reviewOf(findings: readonly ReviewedFinding[]): Review {
  return {
    base: "main (1234567)",
    hasGate: true,
    providers: [
      {
        provider: "acme",
        spec: "specs/acme/openapi.yaml",
        bump: "major",
        findings,
        changeset: { declared: "patch", required: "minor", ok: false },
        problems: ['Too small.\nWrite this:\n\n---\n"@customer-clients/acme": minor\n---\n\nWhy.'],
        notes: [],
      },
    ],
  };
}

describe("the comment", () => {
  test("reads as words, with the payload folded and the changeset to copy", () => {
    expect(markdownReport(reviewOf([finding]))).toMatchInlineSnapshot(`
      "<!-- customer-clients: spec-diff -->

      ## What this does to callers

      - \`acme\`: **major** (1 breaking, 0 additive, 0 documentation only); changeset: too small: patch declared, minor required ❌

      ### \`acme\`

      ❌ Too small. Write this:

      \`\`\`markdown
      ---
      "@customer-clients/acme": minor
      ---

      Why.
      \`\`\`

      - **Breaking:** \`customers.create\` no longer accepts \`phone\`
        <br>Shows on the wire and for TypeScript callers: \`customers.create\` (request); \`specs/acme/openapi.yaml:12\`

        <details><summary>A payload that shows it, and its id</summary>

        \`body application/json\` was valid, is refused now: must NOT have additional properties

        \`\`\`json
        {
          "phone": "1"
        }
        \`\`\`

        \`property-removed /components/schemas/CustomerCreate/properties/phone\`

        </details>

      <sub>Against \`main (1234567)\`; the same in a terminal: \`pnpm spec-diff\`.</sub>
      "
    `);
  });

  test("is short enough for GitHub, and says what is left out", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...finding, id: `${finding.id}${index}` }));
    const report = markdownReport(reviewOf(many));
    expect(report.length).toBeLessThan(MAX_LENGTH);
    const [, left] = /…and (\d+) more findings/.exec(report) ?? [];
    expect(Number(left) + report.split("no longer accepts").length - 1).toBe(5000);
    expect(report).toContain("</sub>\n");
  });

  test("says so when nothing differs", () => {
    expect(markdownReport({ base: "main", hasGate: true, providers: [] })).toContain("No spec differs.");
  });

  test("holds no element but its own, whatever a spec says", () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        const html = render(markdownReport(review));
        expect(
          [...elements(html)].filter(
            (tag) => !OURS.has(tag.replace(/<code class="language-(?:json|markdown)">/, "<code>")),
          ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("opens and closes each fold, whatever a spec says", () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        const html = withoutCode(render(markdownReport(review)));
        const folds = review.providers.flatMap(({ findings }) => [
          ...findings.filter(({ kind }) => kind === "breaking"),
          ...findings.filter(({ kind }) => kind === "documentation").slice(0, 1),
        ]);
        expect(html.split("<details>").length - 1).toBe(folds.length);
        expect(html.split("</details>").length - 1).toBe(folds.length);
      }),
    );
  });

  test("mentions nobody and links nothing, whatever a spec says", () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        expect(looseText(render(markdownReport(review)))).not.toMatch(LINKED);
      }),
      { numRuns: 300 },
    );
  });
});

describe("text from a spec", () => {
  test("is shown as it is, but for control characters", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = render(`- x ${code(text)}`).replace(/<[^>]*>/g, "");
        const plain = shown
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&amp;", "&");
        fc.pre(oneLine(text) === text);
        for (const word of text.split(/\s+/)) expect(plain).toContain(word);
      }),
    );
  });

  test("keeps the names in backticks as code, and plain words as words", () => {
    expect(safeMarkdown("`customers.create` no longer accepts `phone`, says @someone")).toBe(
      "`customers.create` no longer accepts `phone`, says `@someone`",
    );
  });
});
