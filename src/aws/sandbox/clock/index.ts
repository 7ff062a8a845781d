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

/** `2026-01-05T00:00:00Z` */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}/, '');
}

/** A record of the times that the account's time was moved on. */
export interface Elapsed {
  /** Moves on, at an instant of the machine's time in milliseconds of the epoch. */
  add(milliseconds: number, at: number): void;
  /** In milliseconds. */
  total(): number;
  /**
   * Time added at an instant or after it. A signature knows whole seconds only: within one second, it counts as
   * made before the move.
   */
  since(instant: Date): number;
}

export function createElapsed(): Elapsed {
  const moves: { readonly at: number; readonly milliseconds: number }[] = [];
  const sumSince = (instant: number): number =>
    moves.reduce((sum, { at, milliseconds }) => (at >= instant ? sum + milliseconds : sum), 0);
  return {
    add: (milliseconds, at) => {
      moves.push({ at, milliseconds });
    },
    total: () => sumSince(Number.NEGATIVE_INFINITY),
    since: (instant) => sumSince(instant.getTime()),
  };
}
