import { constants } from 'node:os';
import {
  closeLogbook,
  hasBegun,
  interrupt,
  type Logbook,
  leftCourses,
  noteCleanedUp,
  type PageReport,
  type Plan,
  type PreparedRun,
  type RunPlanOptions,
  type RunReport,
  settleEarlier,
  type UnfinishedRun,
  unfinishedRuns,
} from '../doctest/index.ts';
import { isCleanUp } from '../project/index.ts';
import { countDown, onStderr } from './countdown.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { listen, type Signals } from './signals.ts';

/** Hooks of the command line into a run in a real account. */
export interface LiveRun {
  /** Notes on earlier runs, one line each. */
  readonly notes: readonly string[];
  /** The first step is about to run. */
  onStart(): void;
  readonly onStep: RunPlanOptions['onStep'];
  onEnd(report: RunReport): void;
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
    const left = leftCourses(logbook);
    const texts = [
      ...(left.length > 0 ? [leftText(left, accountId, plan)] : []),
      ...(failed.length > 0 ? [failedText(failed, accountId)] : []),
    ];
    for (const text of texts) console.error(`\n${text}`);
    return texts.length > 0;
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
    onStart: () => signals.take(stop),
    onStep: ({ file }, step) =>
      step.role === 'elapse' && waits && !interrupted
        ? countDown(step.durationMs, `${file}:${step.span.start.line}`, onStderr)
        : undefined,
    onEnd: ({ errors, pages }: RunReport) => {
      failed = failedCleanUps(pages, plan, logbook);
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

/** Clean-up pages that were run, and did not do all that they should. */
function failedCleanUps(reports: readonly PageReport[], { library }: Plan, logbook: Logbook): string[] {
  const left = leftCourses(logbook);
  const isOver = (id: string): boolean =>
    library.some(
      ({ page: { id: own, course } }) => own === id && hasBegun(logbook, course) && !left.includes(course),
    );
  return reports
    .filter(({ page, steps }) => isCleanUp({ id: page }) && steps.some(({ status }) => status === 'failed'))
    .map(({ page }) => page)
    .filter(isOver);
}

function failedText(pages: readonly string[], accountId: string): string {
  return [
    `CLEANED UP IN PART: steps of ${pages.join(', ')} failed, as shown above.`,
    `  What they should put away in account ${accountId} may still be there; what was only in the home of the pages is gone.`,
  ].join('\n');
}

function leftText(courses: readonly string[], accountId: string, plan: Plan): string {
  return [
    `NOT CLEANED UP: what the pages of ${courses.join(', ')} made in account ${accountId} may still be there.`,
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
