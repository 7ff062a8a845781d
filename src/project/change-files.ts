import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isProcessAlive } from './process-alive.ts';
import { realTarget } from './real-target.ts';
import { UsageError } from './usage-error.ts';
import { syncFolder, writeDurably } from './write-file.ts';

/** A file of the project with a new content. */
export interface FileChange {
  /** Relative to the project. */
  readonly file: string;
  /** The text that the change was made from; absent for a file that must not exist yet. */
  readonly before?: string;
  readonly after: string;
}

/** Holds the new files until all of them are on the disk. */
const FOLDER = '.tejun-update';
/** With this list in place the change is decided: the next command does what is left of it. */
const LIST = 'commit.json';
const OWNER = 'owner';

interface Staged {
  /** Relative to the real path of the project. */
  readonly target: string;
  /** Absent for a file that is to be removed. */
  readonly staged?: string;
}

/**
 * Changes all files or none. After a crash the next command finds either all old or, once it has called
 * `finishInterruptedChanges`, all new.
 *
 * @param removed files of the project that go once all others are written
 * @throws UsageError for a file that is not what it was, one that is a link out of the project, and a full disk
 */
export function changeFiles(
  root: string,
  changes: readonly FileChange[],
  removed: readonly string[] = [],
): void {
  if (changes.length === 0) return;
  const files = changes.map(({ file }) => file);
  finishInterruptedChanges(root, files);
  for (const change of changes) assertUnchanged(root, change);
  const targets = files.map((file) => realTarget(root, file));
  const gone = removed.map((file) => realTarget(root, file));
  const folder = join(root, FOLDER);
  claim(folder);
  try {
    writeDurably(join(folder, OWNER), String(process.pid));
    const list = changes.map(({ after }, index): Staged => {
      const target = targets[index] ?? '';
      mkdirSync(dirname(target), { recursive: true });
      assertSameDisk(folder, dirname(target));
      const mode = statSync(target, { throwIfNoEntry: false })?.mode;
      writeDurably(join(folder, String(index)), after, { mode });
      return { target: inProject(root, target), staged: String(index) };
    });
    for (const target of gone) list.push({ target: inProject(root, target) });
    writeDurably(join(folder, `${LIST}.unfinished`), JSON.stringify(list));
    renameSync(join(folder, `${LIST}.unfinished`), join(folder, LIST));
    syncFolder(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw notWritten(error);
  }
  finish(root, folder);
}

const notWritten = (error: unknown): UsageError =>
  new UsageError(`Nothing was written: ${(error as Error).message}.`);

const inProject = (root: string, target: string): string =>
  relative(realpathSync(root), target).replaceAll('\\', '/');

/**
 * Ends what a killed command has begun to write.
 *
 * @param asked files that the person has asked for, beside what is content of a project
 * @returns the files that it still had to change, relative to the project
 * @throws UsageError for a list that would change what is no content of the project
 */
export function finishInterruptedChanges(root: string, asked: readonly string[] = []): string[] {
  const folder = join(root, FOLDER);
  if (!isOurs(folder) || isOwnerAlive(folder)) return [];
  if (existsSync(join(folder, LIST))) {
    assertContent(root, folder, asked);
    return finish(root, folder);
  }
  rmSync(folder, { recursive: true, force: true });
  return [];
}

const readList = (folder: string): Staged[] => JSON.parse(readFileSync(join(folder, LIST), 'utf8'));

/** Pages, drawings, texts and settings of the site, account files, recordings and runs: what commands write. */
const CONTENT =
  /^(?:(?:docs|i18n|test\/recordings|verified)(?:\/[^/.][^/]*)+\.(?:mdx?|ya?ml|json|svg)|(?:[^/.][^/]*\/)*[^/.][^/]*\.mdx?)$/;

/** The list may have come with a stranger's project: it must not make us write anything but content. */
function assertContent(root: string, folder: string, asked: readonly string[]): void {
  const isContent = ({ target, staged = '0' }: Staged): boolean => {
    if (!/^\d+$/.test(staged) || !(CONTENT.test(target) || asked.includes(target))) return false;
    try {
      return realTarget(root, target) === join(realpathSync(root), target);
    } catch {
      return false;
    }
  };
  if (readList(folder).every(isContent)) return;
  throw new UsageError(
    `${FOLDER}/${LIST} would change files that are no content of this project. Nothing was written. Look at the list, then delete ${FOLDER}.`,
  );
}

function finish(root: string, folder: string): string[] {
  const left = readList(folder).filter(({ target, staged }) =>
    existsSync(staged === undefined ? join(root, target) : join(folder, staged)),
  );
  for (const { target, staged } of left) {
    const path = join(realpathSync(root), target);
    if (staged === undefined) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    renameSync(join(folder, staged), path);
    syncFolder(dirname(path));
  }
  rmSync(folder, { recursive: true, force: true });
  return left.map(({ target }) => target);
}

/** Compares bytes: a text that was read leniently may hide that its file is not UTF-8. */
function assertUnchanged(root: string, { file, before }: FileChange): void {
  const path = join(root, file);
  if (before === undefined) {
    if (!existsSync(path)) return;
    throw new UsageError(`Nothing was written: ${file} exists already. Choose another name, or remove it.`);
  }
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(before))) return;
  throw new UsageError(
    `${file} was changed in the meantime, or is not UTF-8. Nothing was written: run the command again.`,
  );
}

/** Moving a file into place is all or nothing on one disk only. */
function assertSameDisk(folder: string, target: string): void {
  if (statSync(folder).dev === statSync(target).dev) return;
  throw new Error(`${target.split(sep).join('/')} is on another disk than the project`);
}

function claim(folder: string): void {
  if (isOurs(folder) && isOwnerAlive(folder))
    throw new UsageError('Another command is writing pages. Nothing was written: run the command again.');
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  } catch (error) {
    throw notWritten(error);
  }
}

/** A link that came with a stranger's project is none of ours: what is behind it would be moved here. */
const isOurs = (folder: string): boolean =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

function isOwnerAlive(folder: string): boolean {
  const owner = join(folder, OWNER);
  const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0;
  return pid > 0 && pid !== process.pid && isProcessAlive(pid);
}
