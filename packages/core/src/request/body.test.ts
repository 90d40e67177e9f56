import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { createCustomer, getCustomer } from "../provider.fixture.ts";
import { serialiseBody } from "./body.ts";
import { form as writeForm } from "./nested.ts";

const { bodyRequired: _, ...optional } = createCustomer;
const form = { ...createCustomer, body: "application/x-www-form-urlencoded", write: writeForm };

describe("serialiseBody", () => {
  test("writes JSON as JSON.stringify does", () => {
    const body = { b: "é😀\ud83d", a: [1, null, { c: undefined }], d: new Date(0) };
    expect(serialiseBody(createCustomer, body)).toBe(JSON.stringify(body));
    expect(serialiseBody({ ...createCustomer, body: "application/json; charset=UTF-8" }, {})).toBe("{}");
  });

  test("keeps names that objects inherit", () => {
    const text = '{"__proto__":{"a":1},"constructor":"b"}';
    expect(serialiseBody(createCustomer, JSON.parse(text))).toBe(text);
  });

  test("writes a form, in brackets what is nested", () => {
    const body = { app: "a b", metadata: { key: "é&=" }, left: undefined };
    expect(serialiseBody(form, body)).toBe("app=a%20b&metadata%5Bkey%5D=%C3%A9%26%3D");
  });

  test("sends none where the operation takes none, or the caller gives none and needn't", () => {
    expect(serialiseBody(getCustomer, { a: 1 })).toBeUndefined();
    expect(serialiseBody(optional, undefined)).toBeUndefined();
  });

  test("refuses to leave out a body that is required", () => {
    expect(() => serialiseBody(createCustomer, undefined)).toThrow(InvalidArgumentError);
    expect(() => serialiseBody(form, undefined)).toThrow(InvalidArgumentError);
  });

  test.each([[null], ["text"], [1], [true], [1n], [Symbol("a")]])("refuses %s, which is no object", (body) => {
    expect(() => serialiseBody(createCustomer, body)).toThrow(/^body: expected an object/);
    expect(() => serialiseBody(optional, body)).toThrow(InvalidArgumentError);
    expect(() => serialiseBody(form, body)).toThrow(InvalidArgumentError);
  });

  test("refuses a cycle and a bigint, which JSON can't hold", () => {
    const cycle = { self: {} };
    cycle.self = cycle;
    for (const body of [cycle, { a: 1n }]) {
      expect(() => serialiseBody(createCustomer, body)).toThrow(InvalidArgumentError);
    }
  });

  test("refuses in a form what it can't hold, naming the field", () => {
    expect(() => serialiseBody(form, { created: new Date(0) })).toThrow(InvalidArgumentError);
    expect(() => serialiseBody(form, { created: new Date(0) })).toThrow(/^created: expected/);
  });

  test("shows no value in an error", () => {
    const body = {
      toJSON: () => {
        throw new Error("13924343678");
      },
    };
    expect(() => serialiseBody(createCustomer, body)).toThrow(/^(?!.*13924343678)/);
    expect(() => serialiseBody(createCustomer, body)).toThrow(InvalidArgumentError);
  });
});
