import { isCleanUp, ownCommand } from '../../project/index.ts';
import type { Plan } from '../plan/index.ts';
import type { PageReport, RunReport } from '../report/index.ts';
import {
  closeLogbook,
  coursesToCleanUp,
  hasBegun,
  interrupt,
  type Logbook,
  markCleanedUp,
  resolveEarlierRuns,
  type UnfinishedRun,
  unfinishedRuns,
} from './logbook.ts';

/** Run in a real account, from its first step to the resources that it leaves there. */
export interface LiveRun {
  /** Notes on earlier runs. */
  readonly notes: readonly string[];
  /** Account, 12 digits. */
  readonly accountId: string;
  /** True while the run really waits where a page lets time pass. */
  readonly waits: boolean;
  /** Skips all steps that are still to come, the clean-up excepted. */
  interrupt(): void;
  /** Takes from the report which pages were cleaned up. */
  onEnd(report: RunReport): void;
  /** Notes on resources that may still be in the account; none if all was cleaned up. */
  notesOnLeft(): readonly string[];
  /** Settles what earlier runs have left and this one has cleaned up. Returns true if all was run and cleaned up. */
  end(): boolean;
  /** Removes the logbook, unless a later run must know of it. */
  close(): void;
}

/** Real account that a run talks to. */
export interface LiveTarget {
  readonly logbook: Logbook;
  readonly waits: boolean;
  readonly accountId: string;
}

/** Begins a run in a real account. */
export function beginLiveRun(plan: Plan, { logbook, waits, accountId }: LiveTarget): LiveRun {
  const earlier = unfinishedRuns(plan.root);
  let interrupted = false;
  let failed: readonly string[] = [];
  const notesOnLeft = (): readonly string[] => {
    const left = coursesToCleanUp(logbook);
    return [
      ...(left.length > 0 ? [leftText(left, accountId, plan)] : []),
      ...(failed.length > 0 ? [failedText(failed, accountId)] : []),
    ];
  };
  return {
    notes: earlier.map((run) => unfinishedText(run, plan)),
    accountId,
    get waits() {
      return waits && !interrupted;
    },
    interrupt: () => {
      interrupted = true;
      interrupt(logbook);
    },
    onEnd: ({ errors, pages }) => {
      failed = failedCleanUps(pages, plan, logbook);
      // A course without a clean-up has nothing to be done, unless the run broke off.
      const isWhole = errors.length === 0;
      for (const course of coursesToCleanUp(logbook))
        if (isWhole && !cleanUpOf(course, plan)) markCleanedUp(logbook, course);
    },
    notesOnLeft,
    end: () => {
      resolveEarlierRuns(earlier, logbook);
      return notesOnLeft().length === 0 && !interrupted;
    },
    close: () => closeLogbook(logbook),
  };
}

/** Returns the clean-up pages that were run to their end with a failed step. */
function failedCleanUps(reports: readonly PageReport[], { library }: Plan, logbook: Logbook): string[] {
  const left = coursesToCleanUp(logbook);
  const isOver = (id: string): boolean =>
    library.some(
      ({ page: { id: own, course } }) => own === id && hasBegun(logbook, course) && !left.includes(course),
    );
  return reports
    .filter(({ page, steps }) => isCleanUp({ id: page }) && steps.some(({ status }) => status === 'failed'))
    .map(({ page }) => page)
    .filter(isOver);
}

/** Returns the id of the page that cleans up after a course. */
export const cleanUpOf = (course: string, { library }: Plan): string | undefined =>
  library.find(({ page }) => page.course === course && isCleanUp(page))?.page.id;

/** Describes resources that a run leaves in its account, and the command that removes them. */
export function leftText(courses: readonly string[], accountId: string, plan: Plan): string {
  return [
    `NOT CLEANED UP: what the pages of ${courses.join(', ')} made in account ${accountId} may still be there.`,
    ...adviceOn(courses, accountId, plan),
  ].join('\n');
}

/** Describes clean-up pages that were run and failed. */
export function failedText(pages: readonly string[], accountId: string): string {
  return [
    `CLEANED UP IN PART: steps of ${pages.join(', ')} failed, as shown above.`,
    `  What they should put away in account ${accountId} may still be there; what was only in the home of the pages is gone.`,
  ].join('\n');
}

/** Describes an earlier run that was killed before its clean-up. */
export function unfinishedText({ date, courses, folder }: UnfinishedRun, plan: Plan): string {
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
          `  ${ownCommand(`doctest --target live --account-id ${accountId} ${cleanUps.join(' ')}`)}   runs only the clean-up`,
        ]
      : []),
    ...(others.length > 0
      ? [`  ${others.join(', ')}: no clean-up page; see in the pages what they make, and put it away.`]
      : []),
  ];
}
