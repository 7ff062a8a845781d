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
