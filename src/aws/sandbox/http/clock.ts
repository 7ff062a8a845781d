import type { Clock } from '../clock/index.ts';

/** The machine's time for signatures, and the account's ahead of it by what has elapsed. */
export interface ServedClock extends Clock {
  /** Lets time pass for the account. Milliseconds, not negative. */
  elapse(milliseconds: number): void;
  /** By how much the account is ahead, in milliseconds. */
  readonly offset: () => number;
}

export function createServedClock(): ServedClock {
  let offset = 0;
  return {
    wall: () => new Date(),
    account: () => new Date(Date.now() + offset),
    elapse: (milliseconds) => {
      offset += milliseconds;
    },
    offset: () => offset,
  };
}
