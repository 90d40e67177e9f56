import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { anyText } from "../text.fixture.ts";
import { form, nested } from "./nested.ts";
import { type Entry, encodeQuery, flat } from "./query.ts";

const leaf = fc.oneof(anyText, fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined, 10n ** 20n));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(anyText, fc.constantFrom("__proto__", "constructor", "")), tie("tree"), { maxKeys: 3 }),
  ),
}));
const parameters = fc.dictionary(anyText, tree, { maxKeys: 4 });

/** What the parameters are flattened to, or `undefined` when they are refused as they should be. */
function entriesOf(value: unknown): Entry[] | undefined {
  try {
    return nested(value);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return undefined;
  }
}

describe("a query of any parameters", () => {
  test("is read back to the same names and values", () => {
    fc.assert(
      fc.property(parameters, (value) => {
        const entries = entriesOf(value);
        if (!entries) return;
        expect([...new URLSearchParams(encodeQuery(entries))]).toEqual(entries);
        expect([...new URLSearchParams(form(value))]).toEqual(entries);
      }),
    );
  });

  test("is sent byte for byte as it was signed: a URL leaves it as it is", () => {
    fc.assert(
      fc.property(parameters, (value) => {
        const query = encodeQuery(entriesOf(value) ?? []);
        expect(new URL(`https://api.example.com/customers${query}`).search).toBe(query);
      }),
    );
  });
});

describe("nested", () => {
  test.each<[string, unknown, Entry[]]>([
    ["nothing", undefined, []],
    ["an empty object", {}, []],
    [
      "texts, numbers, booleans",
      { a: "x", b: 1.5, c: false, d: 0, e: "", f: 7n },
      [
        ["a", "x"],
        ["b", "1.5"],
        ["c", "false"],
        ["d", "0"],
        ["e", ""],
        ["f", "7"],
      ],
    ],
    ["null and undefined, left out", { a: null, b: undefined, c: [null, undefined], d: {} }, []],
    [
      "an object, with brackets",
      { created: { gt: 1, lte: 2 } },
      [
        ["created[gt]", "1"],
        ["created[lte]", "2"],
      ],
    ],
    [
      "a list, its name for each item",
      { "expand[]": ["app", "source"] },
      [
        ["expand[]", "app"],
        ["expand[]", "source"],
      ],
    ],
    [
      "objects in a list, by index",
      { a: [{ b: 1, c: 2 }, { b: 3 }] },
      [
        ["a[0][b]", "1"],
        ["a[0][c]", "2"],
        ["a[1][b]", "3"],
      ],
    ],
    [
      "lists in a list, by index",
      { a: [[1, 2], [3]] },
      [
        ["a[0][0]", "1"],
        ["a[0][1]", "2"],
        ["a[1][0]", "3"],
      ],
    ],
    [
      "a list in an object, by index",
      { a: { b: ["x", "y"] } },
      [
        ["a[b][0]", "x"],
        ["a[b][1]", "y"],
      ],
    ],
    ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), [["a", "1"]]],
  ])("flattens %s", (_, value, entries) => {
    expect(nested(value)).toEqual(entries);
  });

  test("takes names that objects inherit for names like any other", () => {
    const value = JSON.parse(
      '{ "__proto__": { "isAdmin": "yes" }, "constructor": "a", "toString": { "__proto__": 1 } }',
    );
    expect(nested(value)).toEqual([
      ["__proto__[isAdmin]", "yes"],
      ["constructor", "a"],
      ["toString[__proto__]", "1"],
    ]);
    expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a date", new Date(0)],
    ["a map", new Map([["a", 1]])],
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["half of a surrogate pair", "a\ud83d"],
    ["the other half", "\ude00a"],
  ])("refuses %s, naming the parameter", (_, value) => {
    expect(() => nested({ a: { b: value } })).toThrow(InvalidArgumentError);
    expect(() => nested({ a: { b: value } })).toThrow(/^a\[b\]: expected/);
    expect(() => nested({ a: [value] })).toThrow(/^a(\[0\])?: expected/);
  });

  test("refuses half of a surrogate pair in a name, also when the value has the other half", () => {
    expect(() => nested({ "a\ud83d": "b" })).toThrow(InvalidArgumentError);
    expect(() => nested({ "a\ud83d": "\ude00b" })).toThrow(InvalidArgumentError);
  });

  test("goes 8 levels deep, and no deeper", () => {
    const deep = (levels: number): object => (levels === 0 ? { a: 1 } : { a: deep(levels - 1) });
    expect(nested(deep(8))).toEqual([[`a${"[a]".repeat(8)}`, "1"]]);
    expect(() => nested(deep(9))).toThrow(InvalidArgumentError);
    expect(() => nested(deep(1_000))).toThrow(InvalidArgumentError);
  });

  test("refuses a cycle", () => {
    const object = { self: {} };
    object.self = object;
    const array: unknown[] = [];
    array.push(array);
    expect(() => nested(object)).toThrow(InvalidArgumentError);
    expect(() => nested({ array })).toThrow(InvalidArgumentError);
  });
});

describe("flat", () => {
  test("takes texts, numbers and booleans, and a list's name once for each item", () => {
    const value = { a: "x", b: 1.5, c: false, d: 7n, "e[]": ["y", 2, null], f: null, g: undefined, h: [] };
    expect(flat(value)).toEqual([
      ["a", "x"],
      ["b", "1.5"],
      ["c", "false"],
      ["d", "7"],
      ["e[]", "y"],
      ["e[]", "2"],
    ]);
    expect(flat(value)).toEqual(nested(value));
    for (const none of [undefined, null, {}]) expect(flat(none)).toEqual([]);
  });

  test("makes what nested makes, or refuses it", () => {
    fc.assert(
      fc.property(parameters, (value) => {
        let entries: Entry[] | undefined;
        try {
          entries = flat(value);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
        }
        if (entries) expect(entries).toEqual(nested(value));
      }),
    );
  });

  test.each<[string, unknown]>([
    ["an object", { b: 1 }],
    ["a list in a list", [[1]]],
    ["an object in a list", [{ b: 1 }]],
    ["NaN", Number.NaN],
    ["a date", new Date(0)],
    ["half of a surrogate pair", "a\ud83d"],
  ])("refuses %s, naming the parameter", (_, value) => {
    expect(() => flat({ a: value })).toThrow(InvalidArgumentError);
    expect(() => flat({ a: value })).toThrow(/^a: expected/);
  });

  test.each(["a=1", 1, ["a"], new Map([["a", 1]]), new URLSearchParams("a=1")])("refuses %s as a query", (value) => {
    expect(() => flat(value)).toThrow(/^query: expected an object/);
  });
});

describe("encoding", () => {
  test("is by percent, a space as %20", () => {
    expect(
      encodeQuery([
        ["created[gt]", "1"],
        ["q", "张 三+&='é"],
      ]),
    ).toBe("?created%5Bgt%5D=1&q=%E5%BC%A0%20%E4%B8%89%2B%26%3D%27%C3%A9");
  });

  test("makes no question mark without parameters", () => {
    expect(encodeQuery([])).toBe("");
    expect(form({})).toBe("");
  });
});
