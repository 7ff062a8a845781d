import type { Shell } from '../types.ts';
import { BashSession } from './bash-session.ts';
import type { BashShellOptions } from './types.ts';

export { findBubblewrap } from './find-bubblewrap.ts';
export { readRegularFile } from './read-regular-file.ts';
export { openSessionDirectory } from './session-dir.ts';
export type { BashShellOptions, Confinement, SessionDirectory } from './types.ts';
export { programFolders } from './visible-system.ts';

/**
 * A session in the bash of this machine.
 *
 * - State stays from run to run. After `exit` or `set -e` a new bash goes on with the files, the exported variables and
 *   the directory from before that run (`ended`); after a stop also with the variables, functions, arrays, aliases
 *   and options from before it (`stopped`).
 * - A script that bash cannot parse is not begun.
 * - Closing it, or the end of this process, ends all that it started, and removes its folder.
 *
 * Rejects when no bash can be started.
 */
export async function openBashShell(options: BashShellOptions): Promise<Shell> {
  const session = new BashSession(options);
  await session.open();
  return session;
}
