import { constants } from 'node:os';
import {
  beginLiveRun,
  type LiveRun,
  type Plan,
  type PreparedRun,
  type RunPlanOptions,
  type RunReport,
} from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { listen, type Signals } from './signals.ts';
import { countDown, onStderr } from './terminal.ts';

/** Hooks of the command line into a run in a real account. */
export interface LiveHooks {
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
    console.error(say`\nStopped: nothing was run.`);
    process.exit(128 + constants.signals[signal]);
  });

/** The first Ctrl-C (or SIGTERM, or the end of the terminal) still has the clean-up run; the second one ends all at once. */
export function hookIntoLiveRun(
  plan: Plan,
  { target }: PreparedRun,
  signals: Signals,
): LiveHooks | undefined {
  if (target.target !== 'live') return undefined;
  const run = beginLiveRun(plan, target);
  process.once('exit', () => run.close());
  return {
    notes: run.notes,
    onStart: () => signals.take(() => stop(run, signals)),
    onStep: ({ file }, step) =>
      step.role === 'elapse' && run.waits
        ? countDown(step.durationMs, `${step.file ?? file}:${step.span.start.line}`, onStderr)
        : undefined,
    onEnd: run.onEnd,
    end: () => {
      signals.release();
      const isWhole = run.end();
      printLeft(run);
      return isWhole ? PASSED : PAGE_FAILED;
    },
  };
}

function stop(run: LiveRun, signals: Signals): void {
  run.interrupt();
  signals.take(() => {
    printLeft(run);
    process.exit(PAGE_FAILED);
  });
  console.error(
    say`\nStopping: only clean-up is still run. Once more, and what was made in account ${run.accountId} stays there.`,
  );
}

function printLeft(run: LiveRun): void {
  for (const note of run.notesOnLeft()) console.error(`\n${note}`);
}
