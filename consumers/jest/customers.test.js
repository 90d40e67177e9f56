const { createAsiaBillClient, InvalidRequestError } = require("@customer-clients/asiabill");
const { createFinanClient } = require("@customer-clients/finan");
const { createLumyriClient } = require("@customer-clients/lumyri");
const { createPingxxClient } = require("@customer-clients/pingxx");
const { createSandbox, defaultCredentials } = require("@customer-clients/sandbox");
const { generateKeyPairSync } = require("node:crypto");

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

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

test("every kind of signature is taken", async () => {
  const own = { ...defaultCredentials.pingxx, publicKey, privateKey };
  const { urls, credentials, fetch } = await createSandbox({ credentials: { pingxx: own } });
  const finan = createFinanClient({ ...credentials.finan, baseUrl: urls.finan, fetch });
  const lumyri = createLumyriClient({ ...credentials.lumyri, baseUrl: urls.lumyri, fetch });
  const pingxx = createPingxxClient({ ...credentials.pingxx, baseUrl: urls.pingxx, fetch });
  const pages = await Promise.all([finan, lumyri, pingxx].map((client) => client.customers.list()));
  expect(pages.map(({ items }) => items)).toEqual([[], [], []]);
});
