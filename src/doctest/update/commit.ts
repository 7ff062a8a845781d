import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { syncFolder, writeDurably } from '../../files/index.ts';
import { UsageError } from '../errors.ts';

/** A file of the project with another text. */
export interface FileChange {
  /** Relative to the project. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Holds the new files until all of them are there. */
const FOLDER = '.tejun-update';
/** With this list in place the change is made: what is left to do is done by whoever comes next. */
const LIST = 'commit.json';
const OWNER = 'owner';

interface Staged {
  readonly target: string;
  readonly staged: string;
}

/**
 * Changes all files or none: whoever looks after a crash finds, once the next run has looked, either all old or all
 * new. @throws UsageError for a file that is not what it was, or when the disk does not take them
 */
export function changeFiles(root: string, changes: readonly FileChange[]): void {
  if (changes.length === 0) return;
  for (const change of changes) demandUnchanged(root, change);
  const folder = join(root, FOLDER);
  claim(folder);
  try {
    const list = changes.map(({ file, after }, index): Staged => {
      const target = realpathSync(join(root, file));
      const staged = join(folder, String(index));
      writeDurably(staged, after, { mode: statSync(target).mode });
      return { target, staged: String(index) };
    });
    writeDurably(join(folder, `${LIST}.unfinished`), JSON.stringify(list));
    renameSync(join(folder, `${LIST}.unfinished`), join(folder, LIST));
    syncFolder(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new UsageError(`Nothing was written: ${(error as Error).message}.`);
  }
  finish(folder);
}

/** Ends what a killed run has begun to write. @returns the files (absolute) that it still had to change. @throws UsageError for a list that is no update's */
export function finishInterruptedUpdate(root: string): string[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder) || isOwnerAlive(folder)) return [];
  if (existsSync(join(folder, LIST))) {
    demandPages(root, folder);
    return finish(folder);
  }
  rmSync(folder, { recursive: true, force: true });
  return [];
}

const readList = (folder: string): Staged[] => JSON.parse(readFileSync(join(folder, LIST), 'utf8'));

/** The list may have come with a project of somebody else's, who must not write elsewhere through us. */
function demandPages(root: string, folder: string): void {
  const inside = realpathSync(root) + sep;
  const isPage = ({ target, staged }: Staged): boolean =>
    /^\d+$/.test(staged) &&
    target.endsWith('.mdx') &&
    existsSync(target) &&
    realpathSync(target).startsWith(inside);
  if (readList(folder).every(isPage)) return;
  throw new UsageError(
    `${FOLDER}/${LIST} would change what is no page of this project. Nothing was written: look at it, and delete ${FOLDER}.`,
  );
}

function finish(folder: string): string[] {
  const left = readList(folder).filter(({ staged }) => existsSync(join(folder, staged)));
  for (const { target, staged } of left) {
    renameSync(join(folder, staged), target);
    syncFolder(dirname(target));
  }
  rmSync(folder, { recursive: true, force: true });
  return left.map(({ target }) => target);
}

/** The text as it is read may be another than the bytes, where these are no UTF-8. */
function demandUnchanged(root: string, { file, before }: FileChange): void {
  const bytes = readFileSync(join(root, file));
  if (bytes.equals(Buffer.from(before))) return;
  throw new UsageError(
    `${file} was changed while the pages ran, or is not UTF-8. Nothing was written: run it again.`,
  );
}

function claim(folder: string): void {
  if (existsSync(folder) && isOwnerAlive(folder))
    throw new UsageError('Another run is writing pages. Nothing was written: run it again.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeDurably(join(folder, OWNER), String(process.pid));
}

function isOwnerAlive(folder: string): boolean {
  const owner = join(folder, OWNER);
  const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
