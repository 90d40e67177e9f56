import { generateKeyPairSync } from "node:crypto";

const pem = { type: "spki", format: "pem" } as const;
const password = { cipher: "aes-256-cbc", passphrase: "test" };
const pkcs8 = { type: "pkcs8", format: "pem" } as const;

/** An RSA key pair, made for this run. */
export const rsa: { readonly publicKey: string; readonly privateKey: string; readonly pkcs1: string } = (() => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    publicKey: publicKey.export(pem),
    privateKey: privateKey.export(pkcs8),
    pkcs1: privateKey.export({ type: "pkcs1", format: "pem" }),
  } as { publicKey: string; privateKey: string; pkcs1: string };
})();

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed25519 = generateKeyPairSync("ed25519");
const { privateKey: another, publicKey: anotherPublic } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A PEM text whose DER bytes are cut short, its outside in order. */
function truncated(text: string): string {
  const lines = text.trim().split("\n");
  return [lines[0], ...lines.slice(1, 4), lines.at(-1)].join("\n");
}

/** Texts that aren't an RSA private key, by what they are instead. */
export const notPrivateKeys: Readonly<Record<string, string>> = {
  "an EC key in PKCS#8": ec.privateKey.export(pkcs8) as string,
  "an EC key in SEC1": ec.privateKey.export({ type: "sec1", format: "pem" }) as string,
  "an Ed25519 key": ed25519.privateKey.export(pkcs8) as string,
  "an encrypted PKCS#8 key": another.export({ ...pkcs8, ...password }) as string,
  "an encrypted PKCS#1 key": another.export({ type: "pkcs1", format: "pem", ...password }) as string,
  "a truncated PKCS#8 key": truncated(rsa.privateKey),
  "a truncated PKCS#1 key": truncated(rsa.pkcs1),
  "a key without its last line": rsa.privateKey.slice(0, -30),
  "a key without its outside": rsa.privateKey.replace(/-----.*-----/g, ""),
  "a PKCS#8 key called PKCS#1": rsa.privateKey.replaceAll("PRIVATE KEY", "RSA PRIVATE KEY"),
  "a PKCS#1 key called PKCS#8": rsa.pkcs1.replaceAll("RSA PRIVATE KEY", "PRIVATE KEY"),
  "the public key": rsa.publicKey,
  "base64 of something else": `-----BEGIN PRIVATE KEY-----\n${btoa("secret text that is no key")}\n-----END PRIVATE KEY-----`,
  "no base64": "-----BEGIN PRIVATE KEY-----\n*secret text that is no key*\n-----END PRIVATE KEY-----",
  "any text": "secret text that is no key",
  nothing: "",
};

/** Texts that aren't an RSA public key, by what they are instead. */
export const notPublicKeys: Readonly<Record<string, string>> = {
  "an EC key": ec.publicKey.export(pem) as string,
  "an Ed25519 key": ed25519.publicKey.export(pem) as string,
  "a PKCS#1 public key": anotherPublic.export({ type: "pkcs1", format: "pem" }) as string,
  "a truncated key": truncated(rsa.publicKey),
  "the private key in PKCS#8": rsa.privateKey,
  "the private key in PKCS#1": rsa.pkcs1,
  "any text": "secret text that is no key",
  nothing: "",
};
