// Bytes in place of texts: every database compares them in the same way, and takes all of them.
import { hash, randomBytes } from "node:crypto";

/** A key of one size for a text of any length. */
export function keyOf(text: string): Uint8Array {
  return hash("sha256", Buffer.from(text, "utf16le"), "buffer");
}

/** Bytes that are in the order of their texts' code units. */
export function sortedBytes(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

/**
 * Makes bytes that grow: 8 of the time, or of one more than the last ones, and 8 that no other process has. A number
 * from the database would tie all processes to one counter.
 */
export function createSequence(): () => Uint8Array {
  const own = randomBytes(8);
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1_000);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(last));
    return Buffer.concat([time, own]);
  };
}
