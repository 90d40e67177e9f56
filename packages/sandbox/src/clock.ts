import { readInteger } from "./read.ts";

/** The sandbox's clock: the system's, until a test moves it. */
export interface Clock {
  /** Unix milliseconds. It can be given to a client as its `now`. */
  now(): number;
  /**
   * Stops the clock at a time.
   *
   * @param time Unix milliseconds, or a date; from 1970 to 8999.
   * @throws TypeError for anything else.
   */
  set(time: number | Date): void;
  /**
   * Moves the clock on, whether it is stopped or not.
   *
   * @param milliseconds Less than zero moves it back.
   * @throws TypeError when it isn't whole, or leads out of the years from 1970 to 8999.
   */
  advance(milliseconds: number): void;
  /** Makes it the system's clock again. */
  reset(): void;
}

/** Far enough from the year 10000, in which dates have other forms. */
const lastTime = Date.UTC(9_000) - 1;

/** Makes a clock that shows the system's time. */
export function createClock(): Clock {
  let stopped: number | undefined;
  let offset = 0;
  const now = () => stopped ?? Date.now() + offset;
  return {
    now,
    set: (time) => {
      stopped = readInteger({ name: "time", value: Number(time) }, 0, lastTime);
    },
    advance: (milliseconds) => {
      const moved = readInteger({ name: "milliseconds", value: milliseconds }, -now(), lastTime - now());
      if (stopped === undefined) offset += moved;
      else stopped += moved;
    },
    reset: () => {
      stopped = undefined;
      offset = 0;
    },
  };
}
