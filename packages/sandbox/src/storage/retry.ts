// Waits for others that use the same database.
import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";

/**
 * What PostgreSQL calls a conflict with another transaction: serialization failure, deadlock, and a unique key that
 * another one has taken since it was looked for (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const conflicts: ReadonlySet<unknown> = new Set(["40001", "40P01", "23505"]);

/** SQLite's result code while another connection writes (https://www.sqlite.org/rescode.html#busy). */
const busy = 5;

/** How long others are waited for, in milliseconds. */
export const defaultPatienceMs = 10_000;

const maxPauseMs = 64;

/**
 * Does some work, and does it again while another transaction is in its way.
 *
 * @param patienceMs For how long, in milliseconds.
 */
export async function retried<T>(work: () => Promise<T>, patienceMs: number = defaultPatienceMs): Promise<T> {
  const end = performance.now() + patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, maxPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > end || !isConflict(error)) throw error;
    }
    // Those that collided go on at different times.
    await setTimeout(randomInt(pauseMs) + 1);
  }
}

function isConflict(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: number };
  // The higher bits of SQLite's say more about it.
  return conflicts.has(code) || (errcode !== undefined && (errcode & 0xff) === busy);
}
