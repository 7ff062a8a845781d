/** The time of a replay: that of the recording, whichever way it goes. */
export interface ReplayClock {
  account(): Date;
  elapse(milliseconds: number): void;
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
