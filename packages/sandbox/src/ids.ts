// Ids of the forms that the providers give.
import type { Random } from "./random.ts";

/** Makes new ids. */
export interface Ids {
  /** @returns So many decimal digits, the first of which isn't 0. */
  digits(count: number): string;
  /** @returns So many letters and digits. */
  base62(count: number): string;
  /** @returns A UUID, lower case. */
  uuid(): string;
}

const base62Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Ids that nobody can foresee. */
export const randomIds: Ids = createIds((count) => crypto.getRandomValues(new Uint8Array(count)));

/** Ids that are the same for the same seed. */
export function seededIds(random: Random): Ids {
  return createIds((count) => Uint8Array.from({ length: count }, () => random.below(256)));
}

function createIds(bytes: (count: number) => Uint8Array): Ids {
  // That the first few characters are a little likelier than the others matters to no one here.
  const from = (alphabet: string, count: number) =>
    Array.from(bytes(count), (byte) => alphabet[byte % alphabet.length]).join("");
  return {
    digits: (count) => from("123456789", 1) + from("0123456789", count - 1),
    base62: (count) => from(base62Alphabet, count),
    uuid: () => {
      const hex = Array.from(bytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
      // Version 4, variant 8 to b, as RFC 9562 wants it.
      const variant = "89ab"[Number.parseInt(hex[16] ?? "", 16) % 4];
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20),
      ].join("-");
    },
  };
}
