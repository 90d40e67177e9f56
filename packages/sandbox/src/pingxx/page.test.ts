import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { customer, path } from "../testing/pingxx.ts";
import { type Received, type Send, senders } from "../testing/send.ts";

let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  sandbox.clock.set(1_444_390_718_000);
  send = senders(sandbox).pingxx;
});

/** Creates customers a second apart, and gives their ids. */
async function createMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push((await send("POST", path, customer)).body.id);
    sandbox.clock.advance(1_000);
  }
  return ids;
}

describe("Ping++'s pages", () => {
  const ids = ({ body }: Received) => body.data.map(({ id }: { id: string }) => id);

  test("are walked by cursor in both directions, the newest first", async () => {
    const [a, b, c, d, e] = await createMany(5);
    const first = await send("GET", `${path}?limit=2`);
    expect([ids(first), first.body.has_more, first.body.url]).toEqual([[e, d], true, path]);
    const second = await send("GET", `${path}?limit=2&starting_after=${d}`);
    expect([ids(second), second.body.has_more]).toEqual([[c, b], true]);
    const third = await send("GET", `${path}?limit=2&starting_after=${b}`);
    expect([ids(third), third.body.has_more]).toEqual([[a], false]);
    const back = await send("GET", `${path}?limit=2&ending_before=${b}`);
    expect([ids(back), back.body.has_more]).toEqual([[d, c], true]);
    const start = await send("GET", `${path}?limit=2&ending_before=${d}`);
    expect([ids(start), start.body.has_more]).toEqual([[e], false]);
  });

  test("have 10 items unless told otherwise, and customers of one moment in a stable order", async () => {
    const created: string[] = [];
    for (let index = 0; index < 12; index++) created.push((await send("POST", path, customer)).body.id);
    const first = await send("GET", path);
    const second = await send("GET", `${path}?starting_after=${ids(first).at(-1)}`);
    expect([...ids(first), ...ids(second)]).toEqual(created.toReversed());
    expect([ids(first).length, first.body.has_more, second.body.has_more]).toEqual([10, true, false]);
  });

  test("are filtered by time of creation", async () => {
    const [a, b, c] = await createMany(3);
    const t = 1444390718;
    expect(ids(await send("GET", `${path}?created=${t + 1}`))).toEqual([b]);
    expect(ids(await send("GET", `${path}?created[gt]=${t}`))).toEqual([c, b]);
    expect(ids(await send("GET", `${path}?created%5Bgte%5D=${t}&created%5Blt%5D=${t + 2}`))).toEqual([b, a]);
    expect(ids(await send("GET", `${path}?created[lte]=${t}`))).toEqual([a]);
    expect(ids(await send("GET", `${path}?created[lte]=${t + 1}&starting_after=${c}`))).toEqual([b, a]);
    expect(ids(await send("GET", `${path}?created[gt]=${t}&created[gte]=${t + 2}`))).toEqual([c]);
  });

  test("take a slash at the end of the collection's path, a bare question mark and parameters that nobody knows", async () => {
    const [a] = await createMany(1);
    for (const target of ["/?limit=3", "?", "/", "?q=%E5%BC%A0%20%2B&app%5Bid%5D=app_1&"]) {
      expect(ids(await send("GET", path + target))).toEqual([a]);
    }
    expect((await send("DELETE", `${path}/`)).status).toBe(404);
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=ten", "limit"],
    ["starting_after=cus_nobody", "starting_after"],
    ["ending_before=cus_nobody", "ending_before"],
    ["created=yesterday", "created"],
    ["created[gt]=1.5", "created[gt]"],
    ["created=1&created[gt]=1", "created"],
  ])("are refused for %s", async (query, param) => {
    expect(refusal(await send("GET", `${path}?${query}`))).toEqual([400, param]);
  });

  test("are refused for both cursors at once", async () => {
    const [a, b] = await createMany(2);
    expect(refusal(await send("GET", `${path}?starting_after=${b}&ending_before=${a}`))).toEqual([
      400,
      "ending_before",
    ]);
  });
});

function refusal({ status, body }: Received): [number, string] {
  return [status, body.error.param];
}
