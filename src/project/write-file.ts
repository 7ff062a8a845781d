import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { realTarget } from './real-target.ts';

/** Writes a file and waits until the disk has it. `mode`: permissions, if not those of any new file. @throws the file system's error */
export function writeDurably(
  path: string,
  content: string | Uint8Array,
  { mode }: { readonly mode?: number } = {},
): void {
  const file = openSync(path, 'w');
  try {
    // Not while it is opened: the umask would take from it.
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is kept only when its folder is. Windows opens no folder, and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a new file into a folder that is there, as a whole or not at all. @throws the file system's error: EEXIST for one that is there, never written over */
export function createFile(path: string, content: string | Uint8Array): void {
  const from = unfinished(path);
  try {
    writeDurably(from, content);
    putInPlace(from, path);
  } finally {
    rmSync(from, { force: true });
  }
  syncFolder(dirname(path));
}

/** A rename would replace a file that is there. Disks without hard links (exFAT) can only copy, which a kill may cut short. */
function putInPlace(from: string, path: string): void {
  try {
    linkSync(from, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    copyFileSync(from, path, constants.COPYFILE_EXCL);
  }
}

/** Not `.json` or `.mdx`: what a killed process leaves behind is read as no recording and no page. */
const unfinished = (path: string): string => `${path}.${process.pid}.unfinished`;

/**
 * Writes one file as a whole or not at all: a reader finds the old content or the new one, also after a crash or on a
 * full disk. Makes its folder where there is none, keeps its permissions, and writes through a link.
 *
 * @param within folder that no link may lead out of
 * @throws the file system's error, with nothing left behind; UsageError for a link that leads out of `within`
 */
export function replaceFile(path: string, content: string | Uint8Array, within?: string): void {
  const to = within === undefined ? realPath(resolve(path)) : realTarget(within, path);
  const existing = statSync(to, { throwIfNoEntry: false });
  // A pipe or a device takes what is written; a file must not replace it.
  if (existing && !existing.isFile()) {
    writeFileSync(to, content);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  const from = unfinished(to);
  try {
    writeDurably(from, content, { mode: existing?.mode });
    renameSync(from, to);
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
  syncFolder(dirname(to));
}

/** @throws for a link that leads nowhere */
const realPath = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path;
