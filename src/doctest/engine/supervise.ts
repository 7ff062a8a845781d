import type { Page, Step } from '../../procedure/index.ts';
import { describeStep, reportBlocked } from '../report/step.ts';
import type { PageReport, StepReport } from '../report/types.ts';
import type { PageFailure, PageRunner, PageTask, StepEvents } from './types.ts';

/** A step that names no timeout is stopped by its shell after this time. */
const STEP_MS = 30_000;
/** Time that a shell has to stop a step, and a session to open, before the runner is given up. */
const GRACE_MS = 15_000;

export interface SupervisionOptions {
  readonly graceMs?: number;
}

/**
 * Runs pages in a runner that is replaced when it breaks or never answers: the step that did it fails, the rest of its
 * page is skipped, and pages that require it are not run.
 */
export function supervise(
  open: () => PageRunner,
  { graceMs = GRACE_MS }: SupervisionOptions = {},
): PageRunner {
  let runner: PageRunner | undefined;
  const broken = new Map<string, PageFailure>();
  const discard = (): void => {
    runner?.close().catch(() => undefined);
    runner = undefined;
  };
  const run = async (task: PageTask, events: StepEvents): Promise<PageReport> => {
    const known = task.prerequisites.flatMap(({ file }) => broken.get(file) ?? [])[0];
    if (known) return blockedReport(task, known);
    runner ??= open();
    const seen = new Map<number, StepReport>();
    let current: number | undefined;
    let next = 0;
    const timer = deadline();
    timer.set(sum(task.prerequisites.flatMap(({ steps }) => steps)) + graceMs);
    try {
      return await Promise.race([
        timer.expired,
        runner.run(task, {
          began: (index) => {
            current = index;
            timer.set(sum(task.page.steps.slice(next, index + 1)) + graceMs);
            next = index + 1;
            events.began(index);
          },
          ended: (index, report) => {
            seen.set(index, report);
            // Its end may be told when another one runs already.
            if (current === index) {
              current = undefined;
              timer.set(graceMs);
            }
            events.ended(index, report);
          },
        }),
      ]);
    } catch (error) {
      discard();
      const report = brokenReport(task, seen, current, (error as Error).message);
      const {
        file = task.page.file,
        line = 1,
        reason = '',
      } = report.steps.find(({ status }) => status === 'failed') ?? {};
      broken.set(task.page.file, { file, line, reason });
      return report;
    } finally {
      timer.clear();
    }
  };
  return {
    run,
    endSession: async () => {
      try {
        await runner?.endSession();
      } catch {
        discard();
      }
    },
    close: async () => runner?.close(),
  };
}

const sum = (steps: readonly Step[]): number =>
  steps.reduce(
    (total, step) => total + (step.role === 'elapse' ? step.durationMs : (step.timeoutMs ?? STEP_MS)),
    0,
  );

/** A promise that rejects when the time last set is over. */
function deadline() {
  let timer: NodeJS.Timeout | undefined;
  let expire: (error: Error) => void = () => undefined;
  const expired = new Promise<never>((_, reject) => {
    expire = reject;
  });
  expired.catch(() => undefined); // it may expire when nobody waits any more
  return {
    expired,
    set: (milliseconds: number): void => {
      clearTimeout(timer);
      const seconds = Math.ceil(milliseconds / 1000);
      timer = setTimeout(
        () => expire(new Error(`It did not end within ${seconds} s, and could not be stopped.`)),
        milliseconds,
      );
    },
    clear: (): void => clearTimeout(timer),
  };
}

function brokenReport(
  { page, chosen = keysOf(page) }: PageTask,
  seen: ReadonlyMap<number, StepReport>,
  current: number | undefined,
  reason: string,
): PageReport {
  const guilty = current ?? chosen.find((index) => !seen.has(index));
  const steps = chosen.flatMap((index) => {
    const step = page.steps[index];
    if (!step) return [];
    const described = { ...describeStep(step), durationMs: 0 };
    if (index === guilty) return [{ ...described, status: 'failed', reason } as const];
    return [
      seen.get(index) ??
        ({ ...described, status: 'skipped', reason: 'an earlier step ended the run of its page' } as const),
    ];
  });
  return { ...identity(page), steps, errors: [] };
}

function blockedReport({ page, chosen = keysOf(page) }: PageTask, failure: PageFailure): PageReport {
  const reason = `It was not run: ${failure.file}:${failure.line}, on which it builds, failed.`;
  const steps = chosen.flatMap((index, place): StepReport[] => {
    const step = page.steps[index];
    if (!step) return [];
    if (place === 0) return [reportBlocked(step, failure)];
    return [{ ...describeStep(step), durationMs: 0, status: 'skipped', reason }];
  });
  return { ...identity(page), steps, errors: [] };
}

const keysOf = ({ steps }: Page): number[] => [...steps.keys()];
const identity = ({ id, locale, file }: Page) => ({ page: id, locale, file });
