import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createSandbox } from "@customer-clients/sandbox";
import { expect, test } from "vitest";
import { ownSandbox } from "./own-sandbox";
import { scenario } from "./scenario";

test("a customer is kept", async () => {
  const sandbox = await createSandbox();
  const asiabill = createAsiaBillClient({
    ...sandbox.credentials.asiabill,
    baseUrl: sandbox.urls.asiabill,
    fetch: sandbox.fetch,
  });
  const { customerId } = await asiabill.customers.create({ email: "ann@example.com" });
  expect(await asiabill.customers.get(customerId)).toMatchObject({ email: "ann@example.com" });
});

const calls = await scenario(await ownSandbox());

test.each(calls)("$name", ({ error }) => {
  expect(error).toBeUndefined();
});
