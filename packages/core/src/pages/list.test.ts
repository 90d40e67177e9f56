import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../errors/answer-error.ts";
import { exchangeOver, getCustomer, type SentRequest } from "../provider.fixture.ts";
import { byCursor } from "./by-cursor.ts";
import { byNumber } from "./by-number.ts";
import { list, type PageList } from "./list.ts";
import { whole } from "./whole.ts";

interface Item {
  readonly id: string;
}

interface Walked {
  readonly pages: PageList<Item>;
  /** The query of each request that was sent. */
  readonly queries: () => string[];
}

const operation = { ...getCustomer, name: "customers.list", path: "/customers" };
const queriesOf = (sent: readonly SentRequest[]) => sent.map(({ url }) => new URL(url).search);
const answers = (bodies: readonly object[]) => bodies.map((body) => Response.json({ code: "00", ...body }));

/** A list that is paged by number: `last` says how many pages there are. */
function numbered(bodies: readonly object[], query: object = {}): Walked {
  const { exchange, sent } = exchangeOver(answers(bodies), { maxRetries: 0 });
  const page = { parameter: "page", items: ["data"], total: ["total"], last: ["last"] };
  return { pages: list(exchange, { ...operation, page }, byNumber, { query }), queries: () => queriesOf(sent) };
}

/** A list that is paged by cursor. */
function chained(bodies: readonly object[], query: object = {}): Walked {
  const { exchange, sent } = exchangeOver(answers(bodies), { maxRetries: 0 });
  const page = { parameter: "after", before: "before", items: ["data"], cursor: ["id"], more: ["more"] };
  return { pages: list(exchange, { ...operation, page }, byCursor, { query }), queries: () => queriesOf(sent) };
}

const ids = (...names: string[]) => names.map((id) => ({ id }));
const three = [
  { data: ids("a", "b"), last: 3, total: 5 },
  { data: ids("c", "d"), last: 3, total: 5 },
  { data: ids("e"), last: 3, total: 5 },
];

async function collect(pages: AsyncIterable<Item>): Promise<string> {
  let found = "";
  for await (const { id } of pages) found += id;
  return found;
}

describe("a list", () => {
  test("sends nothing until it is used", () => {
    expect(numbered(three).queries()).toEqual([]);
  });

  test("gives one page when it is awaited", async () => {
    const { pages, queries } = numbered(three, { size: 2 });
    const page = await pages;
    expect(page).toMatchObject({ items: ids("a", "b"), total: 5 });
    expect(queries()).toEqual(["?size=2"]);
  });

  test("gives every item when it is iterated, and keeps the caller's query", async () => {
    const { pages, queries } = numbered(three, { size: 2 });
    expect(await collect(pages)).toBe("abcde");
    expect(queries()).toEqual(["?size=2", "?size=2&page=2", "?size=2&page=3"]);
  });

  test("starts where the caller says", async () => {
    const { pages, queries } = numbered(three.slice(1), { page: 2 });
    expect(await collect(pages)).toBe("cde");
    expect(queries()).toEqual(["?page=2", "?page=3"]);
  });

  test("fetches its first page once, however it is used", async () => {
    const { pages, queries } = numbered(three);
    const [first, again] = await Promise.all([pages, pages]);
    expect(again).toBe(first);
    expect(await collect(pages)).toBe("abcde");
    expect(queries()).toEqual(["", "?page=2", "?page=3"]);
  });

  test("can be walked twice", async () => {
    const { pages, queries } = numbered([...three, ...three.slice(1)]);
    expect(await collect(pages)).toBe("abcde");
    expect(await collect(pages)).toBe("abcde");
    expect(queries()).toEqual(["", "?page=2", "?page=3", "?page=2", "?page=3"]);
  });

  test("gives the page after one as often as it is asked for, and undefined after the last", async () => {
    const { pages, queries } = numbered([...three.slice(0, 2), ...three.slice(1)]);
    const first = await pages;
    expect((await first.nextPage())?.items).toEqual(ids("c", "d"));
    const second = await first.nextPage();
    const third = await second?.nextPage();
    expect(third?.items).toEqual(ids("e"));
    expect(await third?.nextPage()).toBeUndefined();
    expect(queries()).toEqual(["", "?page=2", "?page=2", "?page=3"]);
  });

  test("fetches no further than it is iterated", async () => {
    const { pages, queries } = numbered(three);
    for await (const { id } of pages) if (id === "c") break;
    expect(queries()).toEqual(["", "?page=2"]);
  });

  test("may be empty", async () => {
    const { pages } = numbered([{ data: [], last: 0, total: 0 }]);
    expect(await pages).toMatchObject({ items: [], total: 0 });
    expect(await collect(pages)).toBe("");
  });

  test("is one page where nothing says how to go on", async () => {
    const { exchange, sent } = exchangeOver(answers([{ data: ids("a", "b") }]));
    const pages = list<Item, { items: string[] }>(exchange, { ...operation, page: { items: ["data"] } }, whole, {});
    expect(await pages).toMatchObject({ items: ids("a", "b"), total: 2 });
    expect(await collect(pages)).toBe("ab");
    expect(sent).toHaveLength(1);
  });

  test("fails as a call does, also when it is iterated", async () => {
    const { exchange } = exchangeOver([new Response("", { status: 401 })]);
    const pages = list(exchange, { ...operation, page: { items: ["data"] } }, whole, {});
    await expect(pages).rejects.toMatchObject({ name: "AuthenticationError", operation: "customers.list" });
    await expect(collect(pages as PageList<Item>)).rejects.toMatchObject({ name: "AuthenticationError" });
  });

  test("ends with the caller's signal", async () => {
    const { exchange, sent } = exchangeOver(answers(three));
    const controller = new AbortController();
    const page = { parameter: "page", items: ["data"], last: ["last"] };
    const pages = list<Item, typeof page>(
      exchange,
      { ...operation, page },
      byNumber,
      {},
      { signal: controller.signal },
    );
    const reason = new Error("enough");
    const walk = async () => {
      for await (const { id } of pages) if (id === "b") controller.abort(reason);
    };
    await expect(walk()).rejects.toBe(reason);
    expect(sent).toHaveLength(1);
  });
});

describe("a list that is paged by cursor", () => {
  test("goes on from item to item", async () => {
    const { pages, queries } = chained([
      { data: ids("a", "b"), more: true },
      { data: ids("c"), more: false },
    ]);
    expect(await collect(pages)).toBe("abc");
    expect(queries()).toEqual(["", "?after=b"]);
  });

  test("goes backward from the cursor that the caller gives", async () => {
    const backward = [
      { data: ids("d", "e"), more: true },
      { data: ids("b", "c"), more: false },
    ];
    const { pages, queries } = chained(backward, { before: "f" });
    expect(await collect(pages)).toBe("debc");
    expect(queries()).toEqual(["?before=f", "?before=d"]);
  });
});

describe("a list that would never end, or doesn't say whether it ends", () => {
  const more = { more: true };

  test.each<[string, Walked, string]>([
    [
      "the same cursor again",
      chained([
        { data: ids("a"), ...more },
        { data: ids("a"), ...more },
      ]),
      "a",
    ],
    [
      "a cursor of an earlier page",
      chained([
        { data: ids("a"), ...more },
        { data: ids("b"), ...more },
        { data: ids("a"), ...more },
      ]),
      "ab",
    ],
    [
      "more, but no items",
      chained([
        { data: ids("a"), ...more },
        { data: [], ...more },
      ]),
      "a",
    ],
    ["more, but no cursor", chained([{ data: [{}], ...more }]), ""],
    ["nothing of more", chained([{ data: ids("a") }]), ""],
    [
      "the same page number again",
      numbered([
        { data: ids("a"), last: 2, total: 2 },
        { data: [], last: 5 },
      ]),
      "a",
    ],
    ["no count", numbered([{ data: ids("a") }]), ""],
    ["no items", numbered([{ last: 1 }]), ""],
    ["items that are no list", numbered([{ data: { length: 1 }, last: 1 }]), ""],
  ])("is an InvalidResponseError: %s", async (_, { pages }, before) => {
    const found: string[] = [];
    const walk = async () => {
      for await (const { id } of pages) found.push(id);
    };
    await expect(walk()).rejects.toBeInstanceOf(InvalidResponseError);
    expect(found.join("")).toBe(before);
  });

  test("is one too where the answer always names the same page", async () => {
    const { exchange, sent } = exchangeOver(answers([1, 2, 3].map(() => ({ data: ids("a"), last: 9, current: 1 }))));
    const page = { parameter: "page", items: ["data"], last: ["last"], current: ["current"] };
    const pages = list<Item, typeof page>(exchange, { ...operation, page }, byNumber, {});
    await expect(collect(pages)).rejects.toBeInstanceOf(InvalidResponseError);
    expect(sent).toHaveLength(2);
  });
});
