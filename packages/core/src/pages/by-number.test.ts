import { describe, expect, test } from "vitest";
import { byNumber, type NumberPaging } from "./by-number.ts";

const bySize: NumberPaging = {
  parameter: "pageIndex",
  items: ["list"],
  total: ["page", "total"],
  size: ["page", "pageSize"],
  current: ["page", "pageIndex"],
};
const byLast: NumberPaging = { parameter: "page", items: ["data"], total: ["total"], last: ["last_page"] };

describe("a list that gives its total and its page size", () => {
  const turn = (pageIndex: unknown, pageSize: unknown, total: unknown) =>
    byNumber(bySize, { page: { pageIndex, pageSize, total } }, {});

  test("goes on until the total is reached", () => {
    expect(turn(1, 10, 21)).toEqual({ key: 1, total: 21, next: { pageIndex: 2 } });
    expect(turn(2, 10, 21)).toEqual({ key: 2, total: 21, next: { pageIndex: 3 } });
    expect(turn(3, 10, 21)).toEqual({ key: 3, total: 21, next: undefined });
    expect(turn(2, 10, 20)?.next).toBeUndefined();
  });

  test("ends at once when it is empty, or when the page is behind its end", () => {
    expect(turn(1, 10, 0)).toEqual({ key: 1, total: 0, next: undefined });
    expect(turn(9, 10, 20)?.next).toBeUndefined();
  });

  test.each([
    ["no total", 1, 10, undefined],
    ["no page size", 1, undefined, 20],
    ["a total that is no number", 1, 10, "many"],
    ["a page that is no number", {}, 10, 20],
    ["a negative total", 1, 10, -20],
  ])("doesn't say whether it ends with %s", (_, current, size, total) => {
    expect(turn(current, size, total)).toBeUndefined();
  });
});

describe("a list that gives its last page", () => {
  test("goes on until then, whatever its total", () => {
    expect(byNumber(byLast, { total: 1, last_page: 3 }, { page: 2 })?.next).toEqual({ page: 3 });
    expect(byNumber(byLast, { total: 99, last_page: 3 }, { page: 3 })?.next).toBeUndefined();
  });

  test("doesn't say whether it ends without one", () => {
    expect(byNumber(byLast, { total: 10 }, {})).toBeUndefined();
    expect(byNumber(byLast, null, {})).toBeUndefined();
  });
});

describe("the current page", () => {
  const answer = { last_page: 9 };

  test("is what the answer says, else what was asked for, else the first", () => {
    const paging = { ...byLast, current: ["current_page"] };
    expect(byNumber(paging, { ...answer, current_page: 4 }, { page: 2 })?.next).toEqual({ page: 5 });
    expect(byNumber(paging, answer, { page: 2 })?.next).toEqual({ page: 3 });
    expect(byNumber(paging, answer, { page: "2" })?.next).toEqual({ page: 3 });
    expect(byNumber(paging, answer, {})?.next).toEqual({ page: 2 });
  });
});
