import { createElapsed, type ManualClock } from '../../aws/sandbox/index.ts';

/** A clock that stands at the instant of the entry being played, so that a replay sees what the first time saw. */
export interface EntryClock extends ManualClock {
  /** The instant, in ms of the epoch. */
  set(instant: number): void;
}

export function createEntryClock(start: number): EntryClock {
  let wall = start;
  let earliest = 0;
  const elapsed = createElapsed();
  return {
    wall: () => new Date(wall),
    account: () => new Date(wall + elapsed.total()),
    elapsedSince: elapsed.since,
    set: (instant) => {
      wall = Math.max(instant, earliest);
    },
    // The instants of the entries say how long a moment of work is.
    tick: () => {},
    elapse: (milliseconds) => {
      elapsed.add(milliseconds, wall);
      // Later requests are signed in another second: signatures know no smaller unit.
      earliest = (Math.floor(wall / 1000) + 1) * 1000;
    },
  };
}
