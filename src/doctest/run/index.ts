import type { StepOutcome } from '../../practice/index.ts';
import { firstFailure, reachSession, type Session } from './session.ts';
import type { PageFailure, PageTask } from './types.ts';

export { describeStep, reportBlocked, reportOutcome } from '../report/step.ts';
export type { StepReport } from '../report/types.ts';
export type { PageFailure, PageTask } from './types.ts';

/** A page being run, step by step. This door is for the process that runs pages: it reads no MDX. */
export interface PageRun {
  /** Why the page cannot be run: what it requires has failed. */
  readonly blocked?: PageFailure;
  /** Runs a step, after those before it that were not asked for (filters leave steps out). */
  step(index: number): Promise<StepOutcome>;
  /** No further step of the page will be asked for. */
  end(): void;
}

export async function beginPage(task: PageTask): Promise<PageRun> {
  const session = await reachSession(task);
  const ids = task.prerequisites.map(({ id }) => id);
  const blocked = firstFailure(session, ids);
  return blocked ? blockedRun(session, task, blocked) : openRun(session, task);
}

function blockedRun(session: Session, { page }: PageTask, blocked: PageFailure): PageRun {
  session.done.set(page.id, blocked);
  const reason = `It was not run: ${blocked.file}:${blocked.line}, on which it builds, failed.`;
  return { blocked, step: async () => ({ status: 'skipped', reason }), end: () => undefined };
}

function openRun(session: Session, { page }: PageTask): PageRun {
  let next = 0;
  let failure: PageFailure | undefined;
  const runNext = async (): Promise<StepOutcome> => {
    const step = page.steps[next];
    if (!step) throw new RangeError(`${page.file} has ${page.steps.length} steps, not ${next + 1}.`);
    next += 1;
    const outcome = await session.practice.run(page, step);
    if (outcome.status === 'failed') {
      failure ??= { file: page.file, line: step.span.start.line, reason: outcome.reason };
    }
    return outcome;
  };
  return {
    step: async (index) => {
      while (next < index) await runNext();
      return runNext();
    },
    // A page of which steps were left out is not done: a page that requires it replays it.
    end: () => {
      if (next === page.steps.length) session.done.set(page.id, failure);
    },
  };
}
