import { inspect } from "@customer-clients/sandbox/inspect";
import { expect, test } from "vitest";
import { words } from "../words/words.ts";
import { mistakeText } from "./mistake-text.ts";

const chinese = words("zh-CN").mistakes;

test("a mistake is said in the reader's language", () => {
  expect(mistakeText("without the query", chinese)).toBe("缺少查询参数");
  expect(mistakeText("without the query", words("en").mistakes)).toBe("without the query");
});

test("several phrases are told apart, though phrases have commas of their own", () => {
  expect(mistakeText("by HMAC-SHA256, where a plain SHA-256 is due, without the secret in front", chinese)).toBe(
    "使用了 HMAC-SHA256，而应使用普通的 SHA-256；前面缺少密钥",
  );
});

test("the names of headers stand in it as they are", () => {
  expect(mistakeText("in Base64, where hex is due, with the headers' values in the order b, a", chinese)).toBe(
    "编码成了 Base64，而应为十六进制；请求头的值按 b, a 的顺序排列",
  );
});

test("an unknown mistake has no words", () => {
  expect(mistakeText("without the query, upside down", chinese)).toBeUndefined();
});

const requests = [
  ["asiabill", "GET", "/V2022-03/customers/cus_1?pageIndex=1", ""],
  ["asiabill", "POST", "/V2022-03/customers", '{"a": "b"}'],
  ["finan", "GET", "/open/api/v1/customers?a=b", ""],
  ["finan", "POST", "/open/api/v1/customers", '{"a": "b"}'],
  ["lumyri", "GET", "/users/customers", ""],
  ["pingxx", "GET", "/v1/customers?limit=3", ""],
  ["pingxx", "POST", "/v1/customers", '{"a": "b"}'],
] as const;

test.each(requests)(
  "each mistake that the sandbox knows of %s's %s %s has words",
  async (provider, method, target, text) => {
    const { mistakes } = await inspect(provider, { method, target, headers: new Headers(), text }, "");
    const known = mistakes.map((mistake) => mistake.words).filter((mistake) => mistake !== "");
    expect(known.length).toBeGreaterThan(5);
    expect(known.filter((mistake) => mistakeText(mistake, words("vi").mistakes) === undefined)).toEqual([]);
  },
);
