import type { Permissions } from '../../aws/sandbox/index.ts';
import type { StepOutcome } from '../../practice/index.ts';
import type { RecordedPage } from '../recording/recorder.ts';
import { type ChainSession, firstFailure, type SessionSlot } from './session-slot.ts';
import type { PageFailure, PageTask } from './types.ts';

/** A page that is run step by step. */
export interface PageRun {
  /** The failure of a required page, because of which the page is not run. */
  readonly blocked?: PageFailure;
  /** Runs a step, after the steps before it that were not asked for (filters leave steps out). */
  step(index: number): Promise<TimedOutcome>;
  /** Gives the permissions that the page used, where the target knows them. */
  takePermissions(): Permissions | undefined;
  /** Ends the page. @returns its recording, where the target records */
  end(): Promise<RecordedPage | undefined>;
}

/** Outcome of a step, and its duration in milliseconds. */
export interface TimedOutcome {
  readonly outcome: StepOutcome;
  readonly durationMs: number;
}

/** Begins a page in the session of its chain, or in a new one. @throws Error where the session cannot be opened */
export async function beginPage(slot: SessionSlot, task: PageTask): Promise<PageRun> {
  const session = await slot.acquire(task);
  const ids = task.prerequisites.map(({ id }) => id);
  const blocked = session.practice.runsAnyway?.(task.page) ? undefined : firstFailure(session, ids);
  return blocked ? blockedRun(session, task, blocked) : openRun(session, task);
}

function blockedRun(session: ChainSession, { page }: PageTask, blocked: PageFailure): PageRun {
  session.done.set(page.id, blocked);
  const reason = `It was not run: ${blocked.file}:${blocked.line}, on which it builds, failed.`;
  return {
    blocked,
    takePermissions: () => undefined,
    step: async () => ({ outcome: { status: 'skipped', reason }, durationMs: 0 }),
    end: async () => undefined,
  };
}

function openRun(session: ChainSession, { page }: PageTask): PageRun {
  let next = 0;
  let failure: PageFailure | undefined;
  const runNext = async (): Promise<TimedOutcome> => {
    const step = page.steps[next];
    if (!step) throw new RangeError(`${page.file} has ${page.steps.length} steps, not ${next + 1}.`);
    next += 1;
    const start = performance.now();
    const outcome = await session.practice.run(page, step);
    const durationMs = performance.now() - start;
    if (outcome.status === 'failed') {
      failure ??= { file: step.file ?? page.file, line: step.span.start.line, reason: outcome.reason };
    }
    return { outcome, durationMs };
  };
  return {
    step: async (index) => {
      if (index < next) throw new RangeError(`Step ${index + 1} of ${page.file} has run already.`);
      while (next < index) await runNext();
      return runNext();
    },
    takePermissions: () => session.practice.takePermissions?.(),
    // A page of which steps were left out is not done: a page that requires it replays it.
    end: async () => {
      const recorded = await session.practice.finish?.(page);
      if (next !== page.steps.length) return undefined;
      session.done.set(page.id, failure);
      return recorded;
    },
  };
}
