import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files, each in one go and none before all can be: whoever is interrupted finds every file whole.
 * `files`: text by path from the root.
 */
export function saveFiles(root: string, files: ReadonlyMap<string, string>): void {
  const moves: { from: string; to: string }[] = [];
  try {
    for (const [file, text] of files) {
      const to = existing(join(root, file)) ?? join(root, file);
      mkdirSync(dirname(to), { recursive: true });
      const from = `${to}.${process.pid}.tmp`;
      moves.push({ from, to });
      writeFileSync(from, text, { mode: statSync(to, { throwIfNoEntry: false })?.mode });
    }
    for (const { from, to } of moves) renameSync(from, to);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
}

/** Where a file really is: a link stays a link. */
function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
