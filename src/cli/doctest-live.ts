import type { RunPagesOptions } from '../../plugins/vitest/index.ts';
import { forgetInterruption, interrupt, type PreparedRun } from '../doctest/index.ts';
import { countDown, onStderr } from './countdown.ts';
import { PAGE_FAILED } from './exit-codes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What a run in a real account needs of the command line; elsewhere it is nothing. */
export interface LiveRun {
  readonly onStep: RunPagesOptions['onStep'];
  /** The run is over. @returns whether it was interrupted */
  end(): boolean;
}

/** The first Ctrl-C (or SIGTERM) still has the clean-up run; the second one ends all at once. */
export function beginLiveRun({ target }: PreparedRun): LiveRun {
  if (target.target !== 'live') return { onStep: undefined, end: () => false };
  const { interruption, waits, accountId } = target;
  let interrupted = false;
  const stop = (): void => {
    if (interrupted) process.exit(PAGE_FAILED);
    interrupted = true;
    interrupt(interruption);
    console.error(
      `\nStopping: only clean-up is still run. Once more, and what was made in account ${accountId} stays there.`,
    );
  };
  return {
    onStep: ({ file }, step) => {
      takeSignals(stop);
      return step.role === 'elapse' && waits && !interrupted
        ? countDown(step.durationMs, `${file}:${step.span.start.line}`, onStderr)
        : undefined;
    },
    end: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
      forgetInterruption(interruption);
      return interrupted;
    },
  };
}

/** From the first step on: the test runner, which has begun by then, would end the process at the first signal. */
function takeSignals(stop: () => void): void {
  for (const signal of SIGNALS) {
    if (process.listeners(signal).includes(stop) && process.listenerCount(signal) === 1) continue;
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
}
