/** The sandbox's clock: the system's, until a test moves it. */
export interface Clock {
  /** Unix milliseconds. It can be given to a client as its `now`. */
  now(): number;
  /**
   * Stops the clock at a time.
   *
   * @param time Unix milliseconds, or a date.
   */
  set(time: number | Date): void;
  /**
   * Moves the clock on, whether it is stopped or not.
   *
   * @param milliseconds Less than zero moves it back.
   */
  advance(milliseconds: number): void;
  /** Makes it the system's clock again. */
  reset(): void;
}

/** Makes a clock that shows the system's time. */
export function createClock(): Clock {
  let stopped: number | undefined;
  let offset = 0;
  return {
    now: () => stopped ?? Date.now() + offset,
    set: (time) => {
      stopped = Number(time);
    },
    advance: (milliseconds) => {
      if (stopped === undefined) offset += milliseconds;
      else stopped += milliseconds;
    },
    reset: () => {
      stopped = undefined;
      offset = 0;
    },
  };
}
