import { SimulatedSession } from './simulated-session.ts';
import type { SimulatedShell, SimulatedShellOptions } from './types.ts';

export type { SessionView, SimulatedShell, SimulatedShellOptions } from './types.ts';

/**
 * A bash session in process: a home in memory, the built-in `aws`, no way to the host's files, environment or network.
 *
 * - State stays from run to run. After `exit` or `set -e` a new shell goes on with the files, the exported variables
 *   and the directory from before that run (`ended`); after a stop also with the variables, functions, arrays,
 *   aliases and options from before it (`stopped`).
 * - A script is parsed as a whole first: with a syntax error none of it runs.
 * - `sleep` takes no time; `date` shows `account()`.
 */
export function createSimulatedShell(options: SimulatedShellOptions): SimulatedShell {
  return new SimulatedSession(options);
}
