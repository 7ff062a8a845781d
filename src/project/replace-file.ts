import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import { realTarget } from './real-target.ts';

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
  // Not `.json` or `.mdx`: what a killed process leaves behind is read as no recording and no page.
  const from = `${to}.${process.pid}.unfinished`;
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
