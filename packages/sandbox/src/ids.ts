// Ids of the forms that the providers give.

const base62Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** @returns So many random decimal digits, the first of which isn't 0. */
export function digits(count: number): string {
  return randomOf("123456789", 1) + randomOf("0123456789", count - 1);
}

/** @returns So many random letters and digits. */
export function base62(count: number): string {
  return randomOf(base62Alphabet, count);
}

/** @returns A random UUID, lower case. */
export function uuid(): string {
  return crypto.randomUUID();
}

function randomOf(alphabet: string, count: number): string {
  // That the first few characters are a little likelier than the others matters to no one here.
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => alphabet[byte % alphabet.length]).join("");
}
