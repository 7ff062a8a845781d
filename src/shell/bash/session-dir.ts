import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessReaper, startReaper } from './process-reaper.ts';

/** The place of one session on this machine. It is removed at the end, however this process ends. */
export interface SessionDirectory {
  /** Absolute path, mode 0700. */
  readonly path: string;
  readonly home: string;
  /** Folder that scripts may read but not change, at the same path inside; programs in its `bin` come first. */
  readonly readonly: string;
  /** Named pipes of the output streams, which scripts may not replace. */
  readonly streams: string;
  readonly reaper: ProcessReaper;
}

/** `parent`: where to make it, if not where temporary files belong. */
export async function openSessionDirectory(parent = tmpdir()): Promise<SessionDirectory> {
  const path = await realpath(await mkdtemp(join(parent, 'tejun-')));
  const at = (name: string): string => join(path, name);
  const folder = {
    path,
    home: at('home'),
    readonly: at('readonly'),
    streams: at('streams'),
  };
  for (const name of [folder.home, join(folder.readonly, 'bin'), folder.streams])
    await mkdir(name, { recursive: true });
  return { ...folder, reaper: startReaper(folder) };
}
