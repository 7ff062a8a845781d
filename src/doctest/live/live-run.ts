import { isCleanUp } from '../../project/index.ts';
import type { Plan } from '../plan/index.ts';
import type { PageReport, RunReport } from '../report/index.ts';
import { cleanUpOf, failedText, leftText, unfinishedText } from './left-text.ts';
import {
  closeLogbook,
  coursesToCleanUp,
  hasBegun,
  interrupt,
  type Logbook,
  markCleanedUp,
  resolveEarlierRuns,
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
