import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskText } from "./redact.ts";

const sensitive = ["address", "email", "phone", "q"];
const mask = (text: string, input: object = {}, secrets: readonly string[] = []) =>
  maskText(text, sensitive, input, secrets);

describe("a provider's text", () => {
  test("stays as it is where nothing in it is secret or personal", () => {
    const text = "customer cus_1526753334131306496 of order 42 doesn't exist: 123456";
    expect(mask(text, { path: { id: "cus_1526753334131306496" } })).toBe(text);
  });

  test("hides credentials and the headers that were sent", () => {
    expect(mask("no key 12H4567r, no 12H4567r", {}, ["12H4567r"])).toBe("no key ***, no ***");
  });

  test("hides a token without its scheme too", () => {
    expect(mask("token abc.def expired", {}, ["Bearer abc.def"])).toBe("token *** expired");
    expect(mask("was Basic c2tfdGVzdA==", {}, ["Basic c2tfdGVzdA=="])).toBe("was Basic ***");
  });

  test("hides personal values of query, path and body", () => {
    expect(mask("no Ada", { query: { q: "Ada" } })).toBe("no ***");
    expect(mask("no Ada", { path: { phone: "Ada" } })).toBe("no ***");
    expect(mask("no Ada", { body: { email: "Ada" } })).toBe("no ***");
    expect(mask("no Ada", { body: { name: "Ada" } })).toBe("no Ada");
  });

  test("hides all that is below a personal name, and personal names below any other", () => {
    expect(mask("12 Main St", { body: { address: [{ location: { name: "Main St", number: 12 } }] } })).toBe("*** ***");
    expect(mask("no Ada", { body: { info: { contacts: [{ phone: "Ada" }] } } })).toBe("no ***");
  });

  test("takes a name with brackets for its first part", () => {
    expect(mask("no Ada", { query: { "phone[like]": "Ada" } })).toBe("no ***");
  });

  test("hides values that are no text as they were sent", () => {
    expect(mask("no 1234 or 99", { body: { phone: 1234, q: 99n } })).toBe("no *** or ***");
    expect(mask("not 1970-01-01T00:00:00.000Z", { body: { q: new Date(0) } })).toBe("not ***");
  });

  test("hides the longer of two values that overlap as a whole", () => {
    expect(mask("Ada Lovelace", { body: { phone: "Ada", email: "Ada Lovelace" } })).toBe("***");
  });

  test("isn't cut to pieces by values that are empty", () => {
    expect(mask("no name", { body: { phone: "", email: " ", q: undefined, address: [] } })).toBe("no name");
    expect(mask("null is false", { body: { phone: null, email: false } })).toBe("null is false");
  });

  test("keeps its codes and ids whole where a value is one or two letters or digits, and hides those as words", () => {
    expect(mask("104000: no phone 1, id 21a", { body: { phone: 1, q: "1A" } })).toBe("104000: no phone ***, id 21a");
    expect(mask("no An (An) in an Andes", { body: { q: "An" } })).toBe("no *** (***) in an Andes");
    expect(mask("没有李先生", { body: { q: "李" } })).toBe("没有***先生");
  });

  test("takes an object that has a cycle but knows how to be JSON", () => {
    const body = { toJSON: () => ({ phone: "Ada" }), self: {} };
    body.self = body;
    expect(mask("no Ada", { body })).toBe("no ***");
  });

  test.each([
    ["ada@example.com is taken", "*** is taken"],
    ["<ada.l+x@mail.example.com>", "***"],
    ["phone 13924343678", "phone ***"],
    ["phone +8613924343678!", "phone ***!"],
    ["phone:13924343678", "phone:***"],
  ])("hides what looks personal by itself: %s", (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test("holds none of the call's secrets and personal values, whatever they are and however they are quoted", () => {
    const quotings: ((value: string) => string)[] = [String, JSON.stringify, encodeURIComponent];
    // One or two letters or digits may still be part of another word.
    const value = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/^\w{0,2}$|[*%\\]/.test(text.trim()));
    fc.assert(
      fc.property(fc.string(), fc.array(value, { minLength: 1, maxLength: 3 }), (text, values) => {
        const quoted = values.flatMap((value) => quotings.map((quote) => quote(value)));
        const masked = mask(`${quoted.join(" ")} ${text}`, { body: { email: values } });
        for (const hidden of quoted) expect(masked).not.toContain(hidden);
      }),
    );
  });

  test.each([
    ["JSON", 'no "Ada \\"L\\""'],
    ["JSON in JSON", 'no \\"Ada \\\\\\"L\\\\\\"\\"'],
    ["JSON's escapes", 'no "\\u0041da \\u0022L\\u0022"'],
    ["a URL", "no Ada%20%22L%22"],
  ])("hides a value that is quoted as in %s", (_, text) => {
    expect(mask(text, { body: { phone: 'Ada "L"' } })).toMatch(/^no "?\*\*\*"?$/);
  });

  test("isn't blown up by a value that is a mask itself", () => {
    expect(mask("no Ada, no *", { body: { phone: "Ada", email: "*" } })).toBe("no ***, no ***");
  });

  test("is masked soon enough when it is long and hostile", () => {
    for (const piece of ["\\", "\\u", "%", "%ff", "a@", "+", " "]) {
      expect(mask(piece.repeat(200_000), {}, ["secret"]).length).toBeLessThanOrEqual(1_000);
    }
  });

  test("is at most 1,000 characters long, and masked before it is cut", () => {
    expect(mask("a".repeat(5_000))).toBe("a".repeat(1_000));
    expect(mask(`${"a ".repeat(498)}Ada Lovelace`, { body: { phone: "Ada Lovelace" } })).not.toContain("Ad");
  });
});
