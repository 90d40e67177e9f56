import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asiabillMistakes } from "./asiabill/mistakes.ts";
import { finanMistakes } from "./finan/mistakes.ts";
import { firstDifference, type Mistake, mistakeIn, signedBy } from "./mistakes.ts";
import { pingxxMistakes } from "./pingxx/mistakes.ts";

describe("The first difference of two texts", () => {
  test.each([
    ["abc", "abc", ""],
    ["abc", "xbc", ": at character 1 expected `abc`, found `xbc`"],
    ["abc", "", ": at character 1 expected `abc`, found the end"],
    ["abc", "abcd", ": at character 4 after `abc` expected the end, found `d`"],
    ["😀a", "😀b", ": at character 2 after `😀` expected `a`, found `b`"],
    // Their first halves are alike: still they differ as a whole.
    ["😀", "😁", ": at character 1 expected `😀`, found `😁`"],
    [
      `${"a".repeat(21)}${"b".repeat(21)}`,
      `${"a".repeat(21)}${"c".repeat(20)}`,
      `: at character 22 after \`…${"a".repeat(20)}\` expected \`${"b".repeat(20)}…\`, found \`${"c".repeat(20)}\``,
    ],
  ])("of %j and %j is shown with what is around it", (expected, found, words) => {
    expect(firstDifference(expected, found)).toBe(words);
  });
});

describe("A mistake is looked for", () => {
  const search = async (expected: string, mistakes: readonly Mistake<"hash">[]) => {
    const tried: string[] = [];
    const isSignature = async (_: string, __: string, text: string) => {
      tried.push(text);
      return false;
    };
    const words = await mistakeIn({ expected, mistakes: () => mistakes, signature: "x", isSignature, secret: "***" });
    return { words, tried };
  };

  test("once for each text", async () => {
    const mistakes = [...signedBy("hash", "", [["", "a"]]), ...signedBy("hash", "so", Array(2).fill(["", "b"]))];
    expect(await search("a", mistakes)).toEqual({ words: "", tried: ["a", "b"] });
  });

  test("in a bounded number of texts of a bounded length", async () => {
    const texts = Array.from({ length: 300 }, (_, index) => ["so", String(index)] as const);
    expect((await search("a", signedBy("hash", "", texts))).tried).toHaveLength(250);
    expect((await search("a", signedBy("hash", "", [["so", "b".repeat(200_000)]]))).tried).toEqual([]);
    const neverAsked = () => {
      throw new Error("expected not to be asked");
    };
    const long = { expected: "a".repeat(65_537), mistakes: neverAsked, signature: "x", isSignature: neverAsked };
    expect(await mistakeIn({ ...long, secret: "s" })).toBe("");
  });
});

test("The place isn't shown where the caller's text has the secret in another spelling", async () => {
  const [expected, found] = ['{"name":"clé"}', '{"name":"cl\\u00e9"}'];
  const isSignature = async (_: string, __: string, text: string) => text === found;
  const mistakes = () => signedBy("hash", "", [["in ASCII", found]]);
  expect(await mistakeIn({ expected, mistakes, signature: "x", isSignature, secret: "clé" })).toBe("signed in ASCII; ");
});

/** Secrets have characters that nothing else has, so that any piece of one is found. */
const secrets = fc.stringMatching(/^[K-Z]{8,40}$/);
const plain = fc.stringMatching(/^[a-j0-9 "{}[\]:,/?&=%é😀]{0,30}$/u);
const bodies = fc.oneof(
  fc.constant(""),
  plain,
  fc.json({ maxDepth: 2 }).filter((text) => !/[K-Z]/.test(text)),
);
const requests = fc.record({
  method: fc.constantFrom("get", "post"),
  query: plain,
  body: bodies,
  time: fc.stringMatching(/^[0-9]{10,13}$/),
});
type Drawn = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

/** Every mistake of a request that holds a text, with the text that is expected. */
const providers: Readonly<Record<string, (drawn: Drawn, secret: string) => readonly Mistake<string>[]>> = {
  asiabill: ({ method, query, body, time }) =>
    asiabillMistakes({
      method,
      target: `/v/c?a=${query}`,
      headers: new Headers(),
      parts: {
        gatewayNo: "10000001",
        requestId: "1",
        requestTime: time,
        path: { id: "1" },
        query: [["a", query]],
        body,
      },
    }),
  finan: ({ method, query, body, time }, secret) =>
    finanMistakes({
      target: `/open/c?${query}`,
      headers: new Headers({ host: "127.0.0.1" }),
      text: body,
      parts: { secret, method, path: `/c?${query}`, body, timestamp: time },
    }),
  pingxx: ({ query, body, time }) =>
    pingxxMistakes({
      target: `/v1/c?${query}`,
      headers: new Headers(),
      text: body,
      parts: { target: `/v1/c?${query}`, body, timestamp: time },
    }),
};

/** What is said of each mistake, if it was the one that was made. */
function wordsOf(mistakes: readonly Mistake<string>[], secret: string): Promise<string[]> {
  const expected = mistakes[0]?.text ?? "";
  return Promise.all(
    mistakes.map((made) => {
      const isSignature = async (_: string, hash: string, text: string) => hash === made.hash && text === made.text;
      return mistakeIn({ expected, mistakes: () => mistakes, signature: "x", isSignature, secret });
    }),
  );
}

describe.each(Object.keys(providers))("What is said of a mistake with %s", (name) => {
  const mistakesOf = providers[name] as (typeof providers)[string];

  test("has no piece of the secret, also when the request has it", async () => {
    await fc.assert(
      fc.asyncProperty(requests, secrets, fc.constantFrom("body", "query", "none"), async (drawn, secret, place) => {
        const request = place === "none" ? drawn : { ...drawn, [place]: `${drawn[place]}${secret}` };
        const mistakes = mistakesOf(request, secret);
        expect(mistakes.length).toBeLessThanOrEqual(250);
        const pieces = Array.from({ length: secret.length - 3 }, (_, index) => secret.slice(index, index + 4));
        const said = (await wordsOf(mistakes, secret)).join("\n");
        expect(said).toContain("signed ");
        expect(pieces.filter((piece) => said.includes(piece))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("doesn't show how long the secret is", async () => {
    await fc.assert(
      fc.asyncProperty(requests, secrets, secrets, async (drawn, secret, other) => {
        const said = await wordsOf(mistakesOf(drawn, secret), secret);
        expect(await wordsOf(mistakesOf(drawn, other), other)).toEqual(said);
      }),
      { numRuns: 20 },
    );
  });
});
