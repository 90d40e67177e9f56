import { describe, expect, test } from "vitest";
import type { Call, CallInput } from "./call.ts";
import { environmentOptions, typescriptSample, variableOf } from "./typescript.ts";

const call = (changes: Partial<Call>): Call => ({
  provider: "my-shop",
  client: "MyShop",
  server: { url: "https://shop.example/v1", environment: "live" },
  operationId: "createPet",
  method: "pets.create",
  verb: "POST",
  isPage: false,
  hasQuery: false,
  examples: [{ name: "example", input: { path: {} } }],
  ...changes,
});

describe("A TypeScript sample", () => {
  test("is a program of its own", () => {
    const input: CallInput = { path: { shopId: 'a"b' }, body: { name: "Rex" } };
    const options = environmentOptions(call({}), ["apiKey"], ["privateKey"]);
    expect(
      typescriptSample(call({}), input, options),
    ).toBe(`import { createMyShopClient } from "@customer-clients/my-shop";

const client = createMyShopClient({
  apiKey: process.env.MY_SHOP_API_KEY ?? "",
  privateKey: process.env.MY_SHOP_PRIVATE_KEY,
});

const pet = await client.pets.create("a\\"b", { name: "Rex" });
console.log(pet);
`);
  });

  test.each([
    ["leaves out a query that says nothing", { hasQuery: true }, { path: { id: "1" }, query: {} }, 'create("1");'],
    [
      "has the query behind the body",
      { hasQuery: true },
      { path: {}, body: 1, query: { a: 2 } },
      "create(1, { a: 2 });",
    ],
    ["names a page", { isPage: true }, { path: {} }, "const page = await "],
    ["names what was deleted", { verb: "DELETE" }, { path: { id: "1" } }, "const deleted = await "],
    ["names what has no singular", { method: "data.get" }, { path: {} }, "const data = await "],
    ["keeps off words of the language", { method: "cases.get" }, { path: {} }, "const result = await "],
    [
      "keeps a field that would be the prototype",
      {},
      { path: {}, body: JSON.parse('{"__proto__":1}') },
      '{ ["__proto__"]: 1 }',
    ],
  ] as const)("%s", (_, changes, input, expected) => {
    expect(typescriptSample(call(changes), input, {})).toContain(expected);
  });

  test("names the host where it isn't the live one", () => {
    const server = { url: "https://test.example", environment: "test" };
    expect(environmentOptions(call({ server }), [], [])).toEqual({ environment: "test" });
  });
});

test.each([
  ["asiabill", "signKey", "ASIABILL_SIGN_KEY"],
  ["my-shop", "clientID", "MY_SHOP_CLIENT_ID"],
])("The variable of %s for %s is %s", (provider, name, expected) => {
  expect(variableOf(provider, name)).toBe(expected);
});
