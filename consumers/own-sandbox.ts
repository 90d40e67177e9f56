// The sandbox in the consumer's own process, where the runtime has what it needs: nothing listens.
import { createSandbox, defaultCredentials } from "@customer-clients/sandbox";

/** A sandbox that checks every signature, and never answers Lumyri's update in time. */
export async function ownSandbox() {
  const pingxx = { ...defaultCredentials.pingxx, ...(await rsaKeys()) };
  const { urls, fetch, faults } = await createSandbox({ credentials: { pingxx } });
  faults.add({ provider: "lumyri", operation: "updateCustomer", fault: { kind: "latency", delayMs: 60_000 } });
  return { urls, fetch, credentials: { ...defaultCredentials, pingxx } };
}

async function rsaKeys(): Promise<{ privateKey: string; publicKey: string }> {
  const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const size = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  // Each runtime's declarations give these calls other types.
  type Key = Parameters<typeof crypto.subtle.exportKey>[1];
  const keys = (await crypto.subtle.generateKey({ ...rsa, ...size }, true, ["sign", "verify"])) as unknown;
  const { privateKey, publicKey } = keys as { privateKey: Key; publicKey: Key };
  return {
    privateKey: pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", privateKey)),
    publicKey: pem("PUBLIC KEY", await crypto.subtle.exportKey("spki", publicKey)),
  };
}

function pem(label: string, der: unknown): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(der as ArrayBuffer)));
  return `-----BEGIN ${label}-----\n${base64.replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;
}
