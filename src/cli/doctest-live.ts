import { constants } from 'node:os';
import type { RunPagesOptions } from '../../plugins/vitest/index.ts';
import {
  closeLogbook,
  hasBegun,
  interrupt,
  isCleanUp,
  leftCourses,
  noteCleanedUp,
  type PageReport,
  type Plan,
  type PreparedRun,
  type RunReport,
  settleEarlier,
  type UnfinishedRun,
  unfinishedRuns,
} from '../doctest/index.ts';
import { countDown, onStderr } from './countdown.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { listen, type Signals } from './signals.ts';

/** What a run in a real account needs of the command line. */
export interface LiveRun {
  /** What is known of earlier runs, a line each. */
  readonly notes: readonly string[];
  readonly onStart: RunPagesOptions['onStart'];
  readonly onStep: RunPagesOptions['onStep'];
  readonly onEnd: RunPagesOptions['onEnd'];
  /** The run is over. @returns the exit code that it demands */
  end(): number;
}

/** From the beginning on a signal is answered. */
export const takeSignals = (): Signals =>
  listen((signal) => {
    console.error('\nStopped: nothing was run.');
    process.exit(128 + constants.signals[signal]);
  });

/** The first Ctrl-C (or SIGTERM, or the end of the terminal) still has the clean-up run; the second one ends all at once. */
export function beginLiveRun(plan: Plan, { target }: PreparedRun, signals: Signals): LiveRun | undefined {
  if (target.target !== 'live') return undefined;
  const { logbook, waits, accountId } = target;
  const earlier = unfinishedRuns(plan.root);
  let interrupted = false;
  let failed: readonly string[] = [];
  const tellLeft = (): boolean => {
    const left = [...new Set([...leftCourses(logbook), ...failed])];
    if (left.length > 0) console.error(`\n${leftText(left, `account ${accountId}`, accountId, plan)}`);
    return left.length > 0;
  };
  const endAtOnce = (): void => {
    tellLeft();
    process.exit(PAGE_FAILED);
  };
  const stop = (): void => {
    interrupted = true;
    interrupt(logbook);
    signals.take(endAtOnce);
    console.error(
      `\nStopping: only clean-up is still run. Once more, and what was made in account ${accountId} stays there.`,
    );
  };
  process.once('exit', () => closeLogbook(logbook));
  return {
    notes: earlier.map((run) => unfinishedText(run, plan)),
    // The test runner, which has begun by then, would end the process at the first signal.
    onStart: () => signals.take(stop),
    onStep: ({ file }, step) =>
      step.role === 'elapse' && waits && !interrupted
        ? countDown(step.durationMs, `${file}:${step.span.start.line}`, onStderr)
        : undefined,
    onEnd: ({ errors, pages }: RunReport) => {
      failed = failedCleanUps(pages, plan).filter((course) => hasBegun(logbook, course));
      // A course without a clean-up has nothing to be done, unless the run broke off.
      const isWhole = errors.length === 0;
      for (const course of leftCourses(logbook))
        if (isWhole && !cleanUpOf(course, plan)) noteCleanedUp(logbook, course);
    },
    end: () => {
      signals.release();
      settleEarlier(plan.root, logbook);
      return tellLeft() || interrupted ? PAGE_FAILED : PASSED;
    },
  };
}

const cleanUpOf = (course: string, { library }: Plan): string | undefined =>
  library.find(({ page }) => page.course === course && isCleanUp(page))?.page.id;

/** Courses whose clean-up was run, and did not do what it should. */
function failedCleanUps(reports: readonly PageReport[], { library }: Plan): string[] {
  const failing = reports.filter(
    (report) => isCleanUp({ id: report.page }) && report.steps.some(({ status }) => status === 'failed'),
  );
  return failing.flatMap((report) => library.find(({ page }) => page.id === report.page)?.page.course ?? []);
}

function leftText(courses: readonly string[], where: string, accountId: string, plan: Plan): string {
  return [
    `NOT CLEANED UP: what the pages of ${courses.join(', ')} made in ${where} may still be there.`,
    ...adviceOn(courses, accountId, plan),
  ].join('\n');
}

function unfinishedText({ date, courses, folder }: UnfinishedRun, plan: Plan): string {
  return [
    `NOT CLEANED UP: a run of ${date} was ended; what the pages of ${courses.join(', ')} made in its account may still be there.`,
    ...adviceOn(courses, '<its account>', plan),
    `  This is said until it was done, or ${folder} is removed.`,
  ].join('\n');
}

function adviceOn(courses: readonly string[], accountId: string, plan: Plan): string[] {
  const cleanUps = courses.flatMap((course) => cleanUpOf(course, plan) ?? []);
  const others = courses.filter((course) => !cleanUpOf(course, plan));
  return [
    ...(cleanUps.length > 0
      ? [
          `  npm run doctest -- --target live --account-id ${accountId} ${cleanUps.join(' ')}   runs only the clean-up`,
        ]
      : []),
    ...(others.length > 0
      ? [`  ${others.join(', ')}: no clean-up page; see in the pages what they make, and put it away.`]
      : []),
  ];
}
