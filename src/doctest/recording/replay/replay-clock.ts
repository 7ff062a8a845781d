import type { PracticeClock } from '../../../practice/index.ts';

/** The time of a replay: that of the recording, whichever way it goes. */
export interface ReplayClock extends PracticeClock {
  moveTo(instant: Date): void;
}

export function createReplayClock(start: Date): ReplayClock {
  let now = start.getTime();
  return {
    account: () => new Date(now),
    elapse: (milliseconds) => {
      now += milliseconds;
    },
    moveTo: (instant) => {
      now = instant.getTime();
    },
  };
}
