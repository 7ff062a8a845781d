import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';

/** Writes a new file into a folder that is there. @throws the file system's error: EEXIST for one that is there, never written over */
export function createFile(path: string, content: string | Uint8Array): void {
  try {
    writeDurably(path, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'open') rmSync(path, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}
