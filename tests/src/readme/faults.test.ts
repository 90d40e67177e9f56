import { ConnectionError, createLumyriClient } from "@customer-clients/lumyri";
import { createSandbox } from "@customer-clients/sandbox";
import { expect, test } from "vitest";

test("a create whose answer is lost isn't sent again", async () => {
  const sandbox = await createSandbox();
  const lumyri = createLumyriClient({
    ...sandbox.credentials.lumyri,
    baseUrl: sandbox.urls.lumyri,
    fetch: sandbox.fetch,
  });
  sandbox.faults.add({ operation: "createCustomer", fault: { kind: "reset", when: "after" }, times: 1 });

  const create = lumyri.customers.create({ email: "ann@example.com", first_name: "Ann", last_name: "Lee" });

  await expect(create).rejects.toThrow(ConnectionError);
  expect((await lumyri.customers.list()).total).toBe(1);
});
