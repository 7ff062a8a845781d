import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';

/**
 * Writes a file whole or not at all: whoever looks sees the old content or the new one, also after a crash or on a
 * full disk. Its folder is made where there is none, its permissions stay, and a link stays one.
 * @throws the file system's error, with nothing left behind
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  replaceFiles('.', new Map([[path, content]]));
}

/** The same for several, by path from the root: none is changed before the disk has all of them. */
export function replaceFiles(root: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  // By where it really is: a file that two names lead to is moved once.
  const moves = new Map<string, string>();
  try {
    for (const [name, content] of files) {
      const path = resolve(root, name);
      const there = statSync(path, { throwIfNoEntry: false });
      // A pipe or a device takes what is written; in its place would stand a file.
      if (there && !there.isFile()) writeFileSync(path, content);
      else {
        const to = realPath(path);
        moves.set(to, stage(to, content, there?.mode));
      }
    }
    for (const [to, from] of moves) renameSync(from, to);
  } catch (error) {
    for (const from of moves.values()) rmSync(from, { force: true });
    throw error;
  }
  for (const folder of new Set([...moves.keys()].map(dirname))) syncFolder(folder);
}

function stage(to: string, content: string | Uint8Array, mode: number | undefined): string {
  mkdirSync(dirname(to), { recursive: true });
  // Not `.json` or `.mdx`: what a killed process leaves behind is taken for no recording and no page.
  const from = `${to}.${process.pid}.unfinished`;
  try {
    writeDurably(from, content, { mode });
    return from;
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
}

/** Where a file really is. @throws for a link that leads nowhere */
function realPath(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false }) ? realpathSync(path) : path;
}
