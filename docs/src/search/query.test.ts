import { expect, test } from "vitest";
import { extraWords, withoutAccents } from "./extra-words.ts";
import { queryOf } from "./query.ts";

test("Chinese words are indexed one by one, but on a Chinese page, where the index divides them", () => {
  expect(extraWords("A customer (创建客户).", "en")).toEqual(["创建", "客户"]);
  expect(extraWords("创建客户。", "zh-CN")).toEqual([]);
});

test("Vietnamese words are indexed without their accents too", () => {
  expect(extraWords("Khách hàng Đà Nẵng, abc", "vi")).toEqual(["da", "hang", "khach", "nang"]);
  expect(withoutAccents("Đường Lê Lợi")).toBe("Duong Le Loi");
});

test("a query of Chinese words is divided as the words were", () => {
  expect(queryOf("创建客户", "en")).toBe("创建 客户");
  expect(queryOf("创建客户", "zh-CN")).toBe("创建客户");
  expect(queryOf(" pageIndex ", "en")).toBe("pageIndex");
});
