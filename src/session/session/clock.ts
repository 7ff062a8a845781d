import type { ManualClock } from '../../aws/sandbox/index.ts';

/** A clock that stands at the instant of the entry being played, so that a replay sees what the first time saw. */
export interface EntryClock extends ManualClock {
  /** The instant, in ms of the epoch. */
  set(instant: number): void;
}

export function createEntryClock(start: number): EntryClock {
  let wall = start;
  let offset = 0;
  return {
    wall: () => new Date(wall),
    account: () => new Date(wall + offset),
    set: (instant) => {
      wall = instant;
    },
    // The instants of the entries say how long a moment of work is.
    tick: () => {},
    elapse: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
