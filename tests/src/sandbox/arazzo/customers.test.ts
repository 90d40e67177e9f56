// The whole life of a customer at each provider, as specs/<provider>/customers.arazzo.yaml describes it, run by Redocly's
// respect. It also checks each answer's status, media type and body against the spec.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { ProviderName, Sandbox } from "@customer-clients/sandbox";
import { startSandbox } from "@customer-clients/sandbox/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signAsiaBill, signFinan, signPingxx } from "../sign.ts";
import { redocly } from "./redocly.ts";
import { signingProxy } from "./signing-proxy.ts";

const providers: readonly ProviderName[] = ["asiabill", "finan", "lumyri", "pingxx"];
const file = (provider: ProviderName) => `specs/${provider}/customers.arazzo.yaml`;
const time = (unit: number) => String(Math.floor(Date.now() / unit));

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const apiKey = "sk_test_ibbTe5jLGCi5rzfH4OqPW9KC";

describe("the life of a customer", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ credentials: { pingxx: { apiKey, publicKey } } });
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  async function respect(provider: ProviderName, server: string, inputs: object = {}): Promise<void> {
    await redocly("respect", file(provider), "--server", `${provider}=${server}`, "--input", JSON.stringify(inputs));
  }
  const origin = (provider: ProviderName) => new URL(sandbox.urls[provider]).origin;
  const steps = () => sandbox.requests.map(({ operation, status }) => `${operation} ${status}`);

  test("of AsiaBill", async () => {
    const { asiabill } = sandbox.credentials;
    const proxy = await signingProxy(origin("asiabill"), (request) =>
      signAsiaBill(request, asiabill, randomUUID(), time(1)),
    );
    await respect("asiabill", proxy);
    expect(steps()).toEqual([
      "createCustomer 200",
      "getCustomer 200",
      "listCustomers 200",
      "deleteCustomer 200",
      "getCustomer 200",
    ]);
  });

  test("of Finan", async () => {
    const { finan } = sandbox.credentials;
    const proxy = await signingProxy(origin("finan"), (request) => signFinan(request, finan, time(1_000)));
    await respect("finan", `${proxy}/open`);
    expect(steps()).toEqual([
      "createCustomer 200",
      "createCustomer 409",
      "getCustomer 200",
      "listCustomers 200",
      "updateCustomer 200",
      "deleteCustomer 200",
      "getCustomer 404",
    ]);
  });

  test("of Lumyri", async () => {
    await respect("lumyri", sandbox.urls.lumyri, sandbox.credentials.lumyri);
    expect(steps()).toEqual([
      "createCustomer 201",
      "getCustomer 200",
      "listCustomers 200",
      "updateCustomer 200",
      "deleteCustomers 200",
      "getCustomer 404",
    ]);
  });

  test("of Ping++, and of its cards", async () => {
    const proxy = await signingProxy(origin("pingxx"), (request) => signPingxx(request, privateKey, time(1_000)));
    await respect("pingxx", proxy, { apiKey });
    expect(steps()).toEqual([
      "createCustomer 200",
      "getCustomer 200",
      "listCustomers 200",
      "updateCustomer 200",
      "createCustomerSource 200",
      "getCustomerSource 200",
      "listCustomerSources 200",
      "updateCustomer 200",
      "deleteCustomerSource 200",
      "getCustomer 200",
      "deleteCustomer 200",
      "getCustomer 404",
      "getCustomerSource 404",
    ]);
  });

  test("ends at its first step where nobody signs", async () => {
    const unsigned = respect("pingxx", sandbox.urls.pingxx, { apiKey });
    await expect(unsigned).rejects.toThrow(/1 failed, 1 total/);
    expect(steps()).toEqual(["createCustomer 401"]);
  });
});

test("the descriptions of it pass the rules that the specs pass", async () => {
  // Together with the specs: a rule that nothing is judged by is reported.
  const files = providers.flatMap((provider) => [`specs/${provider}/openapi.yaml`, file(provider)]);
  expect(await redocly("lint", ...files, "--lint-config=error")).toContain("valid");
});
