import { describe, expect, test } from "vitest";
import { call } from "./call.ts";
import { InvalidResponseError } from "./errors/answer-error.ts";
import type { OperationDescriptor } from "./operation.ts";
import { deleteCustomer, exchangeOver, getCustomer, success } from "./provider.fixture.ts";

const input = { path: { id: "1" } };
const called = (operation: OperationDescriptor, answer: Response) =>
  call(exchangeOver([answer]).exchange, operation, input);

describe("call", () => {
  test.each([[{ id: "1" }], [[]], [""], [0], [false]])("gives the value inside the envelope: %j", async (value) => {
    expect(await called(getCustomer, success(value))).toEqual(value);
  });

  test("gives it from where the operation has it", async () => {
    const answer = Response.json({ code: "00", id: "1" });
    expect(await called({ ...getCustomer, value: [] }, answer)).toEqual({ code: "00", id: "1" });
  });

  test("gives null where the specification allows it", async () => {
    expect(await called(deleteCustomer, success(null))).toBeNull();
  });

  test("gives undefined where there may be no body, and is none", async () => {
    expect(await called({ ...getCustomer, empty: true }, new Response(null, { status: 204 }))).toBeUndefined();
  });

  test.each<[string, OperationDescriptor, Response]>([
    ["null where a value is due", getCustomer, success(null)],
    ["nothing where a value is due", getCustomer, Response.json({ code: "00" })],
    ["nothing where null may be", deleteCustomer, Response.json({ code: "00" })],
    ["no body where one is due", getCustomer, new Response(null, { status: 204 })],
  ])("fails with %s", async (_, operation, answer) => {
    await expect(called(operation, answer)).rejects.toBeInstanceOf(InvalidResponseError);
  });
});
