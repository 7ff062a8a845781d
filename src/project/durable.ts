import { closeSync, fchmodSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

export interface Writing {
  /** Permissions; those of any new file when left out. */
  readonly mode?: number;
  /** `wx` refuses a file that is there. */
  readonly flag?: 'w' | 'wx';
}

/** Writes a file and waits until the disk has it. @throws the file system's error */
export function writeDurably(path: string, content: string | Uint8Array, writing: Writing = {}): void {
  const file = openSync(path, writing.flag ?? 'w');
  try {
    // Not while it is opened: the umask would take from it.
    if (writing.mode !== undefined) fchmodSync(file, writing.mode);
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
