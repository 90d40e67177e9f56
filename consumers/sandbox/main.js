// The sandbox on loopback, for consumers that run in another process. It writes where it is, then each request; it ends
// when its standard input does.
import { generateKeyPairSync } from "node:crypto";
import { defaultCredentials, startSandbox } from "@customer-clients/sandbox/node";

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
// With a public key, Ping++'s request signature is verified.
const credentials = { ...defaultCredentials, pingxx: { ...defaultCredentials.pingxx, ...keys } };
const sandbox = await startSandbox({
  credentials,
  onRequest: ({ provider, operation, status }) => console.log(JSON.stringify({ provider, operation, status })),
});
// The call that is aborted, and the one that takes too long.
sandbox.faults.add({ provider: "lumyri", operation: "updateCustomer", fault: { kind: "latency", delayMs: 60_000 } });
console.log(JSON.stringify({ urls: sandbox.urls, credentials }));
process.stdin.on("end", () => process.exit()).resume();
