import { describe, expect, test } from "vitest";
import { byCursor } from "./by-cursor.ts";

const paging = {
  parameter: "starting_after",
  before: "ending_before",
  items: ["data"],
  cursor: ["id"],
  more: ["has_more"],
};
const items = [{ id: "a" }, { id: "b" }, { id: "c" }];
const turn = (more: unknown, query: Record<string, unknown> = {}, of: readonly unknown[] = items) =>
  byCursor(paging, { has_more: more }, query, of);

describe("a list that is paged by cursor", () => {
  test("goes on after its last item as long as there is more", () => {
    expect(turn(true)).toEqual({ key: "c", next: { starting_after: "c" } });
    expect(turn(true, { starting_after: "x" })?.next).toEqual({ starting_after: "c" });
    expect(turn(false)).toEqual({ key: "c", next: undefined });
  });

  test("goes on before its first item for a caller who pages backward", () => {
    expect(turn(true, { ending_before: "d" })).toEqual({ key: "a", next: { ending_before: "a" } });
    expect(turn(false, { ending_before: "d" })?.next).toBeUndefined();
  });

  test.each([undefined, null])("goes forward for a cursor that is %s, which isn't sent", (ending_before) => {
    expect(turn(true, { ending_before })?.next).toEqual({ starting_after: "c" });
  });

  test("goes forward where the list can't be paged backward", () => {
    const { before: _, ...forward } = paging;
    expect(byCursor(forward, { has_more: true }, { ending_before: "d" }, items)?.next).toEqual({ starting_after: "c" });
  });

  test("ends when it is empty", () => {
    expect(turn(false, {}, [])).toEqual({ key: undefined, next: undefined });
  });

  test.each([
    ["nothing", undefined],
    ["a text", "true"],
    ["null", null],
  ])("doesn't say whether it ends with %s for more", (_, more) => {
    expect(turn(more)).toBeUndefined();
  });

  test.each([
    ["without items", []],
    ["without a cursor", [{}]],
    ["with a cursor that is no text", [{ id: 7 }]],
    ["with an item that is none", [null]],
  ])("doesn't say how it goes on %s", (_, of) => {
    expect(turn(true, {}, of)).toBeUndefined();
  });
});
