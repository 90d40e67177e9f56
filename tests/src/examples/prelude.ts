// What the examples take as given: the reader's credentials and ids, and a network in which the providers are a sandbox.
import { generateKeyPairSync } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createAsiaBillClient } from "@customer-clients/asiabill";
import { sign } from "@customer-clients/asiabill/signing";
import { createSandbox, type Sandbox } from "@customer-clients/sandbox";
import { valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const gatewayNo = "12246002";
const own = await createSandbox({
  credentials: {
    asiabill: { gatewayNo, signKey: "a-sign-key" },
    pingxx: { apiKey: "sk_test_1234567890", publicKey, privateKey },
  },
});
const { asiabill, finan, lumyri, pingxx } = own.credentials;
await own.seed({ count: 150 });

// Where no one else listens: what an example sends to a provider's own host comes to the sandbox.
const specs = join(import.meta.dirname, "../../../specs");
const hosts = readdirSync(specs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const { document } = readSpec(join(specs, name, "openapi.yaml"));
    const servers = valueAt(document, "/servers") as unknown as readonly { url: string }[];
    return servers.map(({ url }) => [url, own.urls[name as keyof Sandbox["urls"]]] as const);
  });
const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input);
  if (new URL(url).hostname === "127.0.0.1") return fetch(input, init);
  const [host = "", stand = ""] = hosts.find(([host]) => url.startsWith(`${host}/`)) ?? [];
  return own.fetch(stand + url.slice(host.length), init);
};

const client = createAsiaBillClient({ ...asiabill, baseUrl: own.urls.asiabill, fetch: own.fetch });
const { customerId } = await client.customers.create({ email: "ann@example.com" });

const rawBody = '{"type":"transaction.success"}';
const [requestId, requestTime, version] = ["1", String(Date.now()), "V2022-03"];
const signature = await sign({ gatewayNo, requestId, requestTime, version, body: rawBody }, asiabill.signKey);
const headers = { "request-id": requestId, "request-time": requestTime, version, "sign-info": signature };

const given = {
  signKey: asiabill.signKey,
  clientId: finan.clientId,
  secret: finan.secret,
  appId: lumyri.appId,
  tokens: { current: async () => lumyri.accessToken },
  apiKey: pingxx.apiKey,
  privateKey,
  customerId,
  request: new Request("https://shop.example/webhooks", { headers }),
  rawBody,
};
Object.assign(globalThis, given);

/** The names that an example may use without saying where they come from. */
export type Given = typeof given;
