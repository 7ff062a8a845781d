import { say } from '../../language/index.ts';
import type { Practice, StepOutcome } from '../../practice/index.ts';
import type { Page, Step } from '../../procedure/index.ts';
import { isCleanUp } from '../../project/layout.ts';
import { hasBegun, isInterrupted, type Logbook, markBegun, markCleanedUp } from './logbook.ts';

/** Safeguards of a session on a real account. */
export interface Safeguards {
  /** True where `<Elapse>` really waits. */
  readonly waits: boolean;
  /** Says whether somebody wants the run to end; is told what must be put away. */
  readonly logbook: Logbook;
}

const INTERRUPTED = 'the run was interrupted, after which nothing but clean-up is run';
const INTERRUPTED_EARLY = 'the run was interrupted before anything was run that would have to be put away';

/**
 * Steps in an account where what is done stays done. After a failure no further step of its page is run, nor anything
 * after an `<Elapse>` that was not waited for, or after an interruption. Clean-up is run all the same: `cleanup` steps, and each step of the
 * course's clean-up page.
 */
export function withSafeguards(practice: Practice, { waits, logbook }: Safeguards): Practice {
  const failed = new Map<string, Step>();
  let unwaited: { readonly page: Page; readonly step: Step } | undefined;

  const whyNot = (page: Page, step: Step): string | undefined => {
    const isOver = isInterrupted(logbook);
    if (isOver && !hasBegun(logbook, page.course)) return INTERRUPTED_EARLY;
    if (step.role === 'cleanup' || isCleanUp(page)) return undefined;
    if (isOver) return INTERRUPTED;
    const failure = failed.get(page.id);
    if (failure)
      return say`line ${failure.span.start.line} failed, after which nothing but clean-up is run in a real account`;
    if (unwaited)
      return say`it comes after the <Elapse> at ${unwaited.step.file ?? unwaited.page.file}:${unwaited.step.span.start.line}, for which --no-wait does not wait`;
    return undefined;
  };

  const runStep = async (page: Page, step: Step): Promise<StepOutcome> => {
    if (step.role !== 'elapse') markBegun(logbook, page.course);
    const outcome = await practice.run(page, step);
    if (step.role === 'elapse' && isInterrupted(logbook)) return { status: 'skipped', reason: INTERRUPTED };
    if (outcome.status === 'failed' && !failed.has(page.id)) failed.set(page.id, step);
    if (isCleanUp(page) && step.id === page.steps.at(-1)?.id) markCleanedUp(logbook, page.course);
    return outcome;
  };

  return {
    ...practice,
    run: async (page, step): Promise<StepOutcome> => {
      const reason = whyNot(page, step);
      if (reason !== undefined) return { status: 'skipped', reason };
      if (step.role === 'elapse' && !waits) {
        unwaited ??= { page, step };
        return { status: 'skipped', reason: '--no-wait does not wait for it' };
      }
      return runStep(page, step);
    },
  };
}
