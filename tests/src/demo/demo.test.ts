import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createFinanClient } from "@customer-clients/finan";
import { createLumyriClient } from "@customer-clients/lumyri";
import { createPingxxClient } from "@customer-clients/pingxx";
import { expect, test } from "vitest";
import { walkProviders } from "./walk.ts";

/** The names of a client's methods: `customers.sources.get`. */
function methodNames(methods: object, prefix = ""): string[] {
  return Object.entries(methods).flatMap(([name, member]) =>
    typeof member === "function" ? [prefix + name] : methodNames(member, `${prefix}${name}.`),
  );
}

const clients = {
  AsiaBill: createAsiaBillClient({ gatewayNo: "12246002", signKey: "12H4567r" }),
  Finan: createFinanClient({ clientId: "client", secret: "secret" }),
  Lumyri: createLumyriClient({ accessToken: "token", appId: "app", environment: "staging" }),
  "Ping++": createPingxxClient({ apiKey: "sk_test_key" }),
};

test("the demo calls every method of every client, and each does what it should", async () => {
  const results = await walkProviders(() => {});
  expect(results.filter((result) => !result.isRight)).toEqual([]);
  for (const [provider, client] of Object.entries(clients)) {
    const walked = results.filter((result) => result.provider === provider).map((result) => result.operation);
    expect(walked, provider).toEqual(expect.arrayContaining(methodNames(client)));
  }
});
