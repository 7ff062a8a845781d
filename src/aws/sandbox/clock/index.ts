import { createElapsed } from './elapsed.ts';

export { createElapsed } from './elapsed.ts';

/** The two times of a sandbox, in one place so that moving one never moves the other by mistake. */
export interface Clock {
  /** The machine's time: checks signatures and fills the `Date` header. */
  wall(): Date;
  /** The account's time, wall time plus what has elapsed: drives expiry, `Expiration`, policies. */
  account(): Date;
  /** How far the account's time was moved on after an instant of the machine's time, in milliseconds. */
  elapsedSince(instant: Date): number;
}

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves both times: a moment of work. */
  tick(milliseconds: number): void;
  /** Moves the account's time only: `<Elapse>`. */
  elapse(milliseconds: number): void;
}

export function createManualClock(start: Date): ManualClock {
  let wall = start.getTime();
  const elapsed = createElapsed();
  return {
    wall: () => new Date(wall),
    account: () => new Date(wall + elapsed.total()),
    elapsedSince: elapsed.since,
    tick: (milliseconds) => {
      wall += milliseconds;
    },
    elapse: (milliseconds) => elapsed.add(milliseconds, wall),
  };
}

/** The account's time as AWS keeps it with what is made: in whole seconds. */
export function accountTime(clock: Clock): Date {
  return new Date(Math.floor(clock.account().getTime() / 1000) * 1000);
}
