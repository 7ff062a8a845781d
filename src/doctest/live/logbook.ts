import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { say } from '../../language/index.ts';
import { isProcessAlive, UsageError } from '../../project/index.ts';

/**
 * State shared by the processes of a run in a real account, and with a later run, if they were killed: whether to stop,
 * and in which courses something was done that is not put away. Nothing of it is secret. Plain data: it travels to the
 * workers.
 */
export interface Logbook {
  /** Absolute path of a folder that only the user may enter. */
  readonly folder: string;
}

/** A run that is over, and has left something to be put away. */
export interface UnfinishedRun extends Logbook {
  /** When it began: ISO 8601, UTC. */
  readonly date: string;
  readonly courses: readonly string[];
}

/** Of a project, with a folder for each run. */
const FOLDER = '.tejun-live';
/** Name of a run's folder: its beginning, its process, and what `mkdtemp` adds. */
const RUN = /^(?<date>\d{4}-[^_]*)_(?<pid>\d+)_\w{6}$/;

/** A project may be a stranger's: its link would have us remove folders somewhere else. */
function assertNoLink(path: string): void {
  if (!existsSync(path) || !lstatSync(path).isSymbolicLink()) return;
  throw new UsageError(say`${path} is a link, which is not followed. Nothing was run: remove it.`);
}

/** @throws UsageError where the project cannot be written in */
export function openLogbook(root: string, run: { readonly pid: number; readonly date: string }): Logbook {
  assertNoLink(join(root, FOLDER));
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
    return { folder: mkdtempSync(join(root, FOLDER, `${run.date}_${run.pid}_`)) };
  } catch (error) {
    throw new UsageError(
      say`A run in a real account keeps in its project what is still to be put away, which cannot be: ${(error as Error).message}. Nothing was run.`,
    );
  }
}

/** Removes it, unless a later run must know of it. */
export function closeLogbook(logbook: Logbook): void {
  if (coursesToCleanUp(logbook).length > 0) return;
  rmSync(logbook.folder, { recursive: true, force: true });
  try {
    rmdirSync(join(logbook.folder, '..'));
  } catch {
    // Another run has its own there.
  }
}

const has = ({ folder }: Logbook, name: string): boolean => existsSync(join(folder, name));
/** A link in place of the file must not be followed; Windows has no flag for it. */
const MADE = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
const note = ({ folder }: Logbook, name: string): void => closeSync(openSync(join(folder, name), MADE));
const begun = (course: string): string => `begun-${encodeURIComponent(course)}`;
const cleaned = (course: string): string => `cleaned-${encodeURIComponent(course)}`;

export const interrupt = (logbook: Logbook): void => note(logbook, 'interrupted');
export const isInterrupted = (logbook: Logbook): boolean => has(logbook, 'interrupted');
export const markBegun = (logbook: Logbook, course: string): void => note(logbook, begun(course));
export const hasBegun = (logbook: Logbook, course: string): boolean => has(logbook, begun(course));
export const markCleanedUp = (logbook: Logbook, course: string): void => note(logbook, cleaned(course));

/** Courses of which something was run, and not all of the clean-up. */
export function coursesToCleanUp(logbook: Logbook): string[] {
  if (!existsSync(logbook.folder)) return [];
  const courses = readdirSync(logbook.folder).flatMap((name) => /^begun-(.*)$/.exec(name)?.[1] ?? []);
  return courses.map(decodeURIComponent).filter((course) => !has(logbook, cleaned(course)));
}

/**
 * Runs of the project that were killed, or whose clean-up was.
 *
 * @throws UsageError where they would be somewhere else
 */
export function unfinishedRuns(root: string): UnfinishedRun[] {
  const parent = join(root, FOLDER);
  if (!existsSync(parent)) return [];
  assertNoLink(parent);
  return readdirSync(parent).flatMap((name) => {
    const logbook = { folder: join(parent, name) };
    const { date = '', pid } = RUN.exec(name)?.groups ?? {};
    if (pid === undefined || isProcessAlive(Number(pid))) return [];
    const courses = coursesToCleanUp(logbook);
    if (courses.length > 0) return [{ ...logbook, date, courses }];
    closeLogbook(logbook);
    return [];
  });
}

/**
 * Removes from earlier runs' records what this run has cleaned up. They are the ones found when it began: since then,
 * the system may have given the number of an ended process to another.
 */
export function resolveEarlierRuns(earlier: readonly UnfinishedRun[], logbook: Logbook): void {
  for (const run of earlier) {
    if (!existsSync(run.folder)) continue; // another run has settled it
    for (const course of run.courses) if (has(logbook, cleaned(course))) markCleanedUp(run, course);
    closeLogbook(run);
  }
}
