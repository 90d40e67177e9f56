const { createAsiaBillClient, InvalidRequestError } = require("@customer-clients/asiabill");
const { createSandbox } = require("@customer-clients/sandbox");

async function clientOf(sandbox) {
  const { urls, credentials, fetch } = await sandbox;
  return createAsiaBillClient({ ...credentials.asiabill, baseUrl: urls.asiabill, fetch });
}

test("a customer is kept", async () => {
  const asiabill = await clientOf(createSandbox());
  const { customerId } = await asiabill.customers.create({ email: "ann@example.com" });
  expect(await asiabill.customers.get(customerId)).toMatchObject({ email: "ann@example.com" });
});

test("an unknown customer is an error", async () => {
  const asiabill = await clientOf(createSandbox());
  await expect(asiabill.customers.get("cus_1111111111111111111")).rejects.toThrow(InvalidRequestError);
});
