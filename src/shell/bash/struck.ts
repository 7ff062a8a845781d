import { constants } from 'node:os';

/**
 * Error of a process that a signal for our process group has ended at its start. A detached process leaves the group
 * only after the fork: what a terminal sends in that moment strikes it too, though it is meant for us alone.
 */
export class StruckError extends Error {}

const { SIGHUP, SIGINT, SIGTERM } = constants.signals;
const OF_TERMINALS: readonly (number | string | null)[] = [
  ...['SIGHUP', 'SIGINT', 'SIGTERM'],
  ...[SIGHUP, SIGINT, SIGTERM].map((signal) => 128 + signal),
];

/** Tells whether a process ended by what a terminal sends. `end`: a signal's name, or the exit code of a shell. */
export const isStruck = (end: number | string | null): boolean => OF_TERMINALS.includes(end);

/** A second signal ends the run, so that a third start is struck by none. */
const MOST_STARTS = 3;

/** Starts a process, and again where it was struck. */
export async function startUnstruck<Started>(start: () => Promise<Started>): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof StruckError) || attempt === MOST_STARTS) throw error;
    }
  }
}
