import { describe, expect, test } from "vitest";
import { checkText as credential, InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { basic, bearer } from "./authorization.ts";

describe("basic", () => {
  test.each([
    // RFC 7617, sections 2 and 2.1.
    ["Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
    ["test", "123£", "Basic dGVzdDoxMjPCow=="],
  ])("encodes %s:%s", (user, password, header) => {
    expect(basic(user, password)).toBe(header);
  });

  test("has an empty password where a key is the user", () => {
    expect(basic("key")).toBe(`Basic ${btoa("key:")}`);
  });
});

test("bearer puts the scheme before the token", () => {
  expect(bearer("mF_9.B5f-4.1JqM")).toBe("Bearer mF_9.B5f-4.1JqM");
});

describe("credential", () => {
  test("gives the value back", () => {
    expect(credential("signKey", "12H4567r!~")).toBe("12H4567r!~");
    expect(credential("gatewayNo", "12246002", /^\d{8}$/, "8 digits")).toBe("12246002");
  });

  test.each([
    ["nothing", ""],
    ["a space", " "],
    ["a space around it", " secret "],
    ["its line break", "secret\n"],
    ["a Windows line break", "secret\r\n"],
    ["a tab", "sec\tret"],
    ["a control character", "sec\0ret"],
    ["what isn't ASCII", "secretÄ"],
  ])("refuses a text with %s, and doesn't show it", (_, value) => {
    expectRefusal(value, "secret");
  });

  test.each([[undefined], [null], [12246002], [["12246002"]], [{ toString: () => "secret" }], [true]])(
    "refuses %j, which is no text",
    (value) => {
      expectRefusal(value, "12246002");
    },
  );

  test("says which option is wrong, and what is expected", () => {
    expect(() => credential("gatewayNo", "1224", /^\d{8}$/, "8 digits")).toThrow(/^gatewayNo: expected 8 digits$/);
    expect(() => credential("gatewayNo", "12246002\n", /^\d{8}$/, "8 digits")).toThrow(InvalidArgumentError);
    expect(() => credential("signKey", "")).toThrow(/^signKey: expected visible ASCII characters$/);
  });
});

function expectRefusal(value: unknown, hidden: string) {
  expect(() => credential("signKey", value)).toThrow(InvalidArgumentError);
  expect(() => credential("signKey", value)).toThrow(new RegExp(`^signKey: (?!.*${hidden})`));
}
