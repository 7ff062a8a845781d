import {
  type Confinement,
  openBashShell,
  openSessionDirectory,
  type SessionDirectory,
} from '../../src/shell/bash/index.ts';
import type { Shell } from '../../src/shell/index.ts';
import { environment, HOME, WORKING_DIRECTORY } from './recorded.ts';

/** A session in a real bash, and where it is on this machine. */
export interface OpenedBash extends Shell {
  readonly folder: SessionDirectory;
}

export async function openBash(
  confinement?: Confinement,
  files: Readonly<Record<string, string>> = {},
): Promise<OpenedBash> {
  const folder = await openSessionDirectory();
  const options = { folder, home: HOME, cwd: WORKING_DIRECTORY, env: environment, files, confinement };
  const shell = await openBashShell(options);
  return {
    folder,
    run: (script, more) => shell.run(script, more),
    state: shell.state,
    close: () => shell.close(),
  };
}
