import type { Step } from '../../procedure/index.ts';
import { reportPass } from '../report/step.ts';
import type { StepEvents } from './types.ts';

/**
 * Progress of a page that a thread runs, in memory that it shares with the main thread: no message is sent for a step.
 * First the step that runs, then a number for each step that has passed.
 */
export type SharedProgress = Int32Array<SharedArrayBuffer>;

const RUNNING = 0;
const LONGEST = 2 ** 31 - 2;

/** Notes that a step begins. `index` is its place in its page, from 0. */
export const noteBegin = (progress: SharedProgress, index: number): unknown =>
  Atomics.store(progress, RUNNING, index + 1);

/** Notes that a step passed, in so many milliseconds. */
export const notePass = (progress: SharedProgress, index: number, milliseconds: number): unknown =>
  Atomics.store(progress, index + 1, Math.min(Math.round(milliseconds * 1000), LONGEST) + 1);

export interface ProgressWatch {
  readonly progress: SharedProgress;
  readonly events: StepEvents;
  /** Tells what has happened since the last look. */
  look(): void;
  /** Tells of all steps that passed: the page is over. */
  finish(): void;
  stop(): void;
}

/** How often a person sees what runs, and a deadline learns of it. */
const POLL_INTERVAL_MS = 100;

/** Looks at the progress of a page now and then: tells of the steps that passed, and of the one that runs. */
export function watchProgress(steps: readonly Step[], events: StepEvents): ProgressWatch {
  const bytes = (steps.length + 1) * Int32Array.BYTES_PER_ELEMENT;
  const progress: SharedProgress = new Int32Array(new SharedArrayBuffer(bytes));
  let running = -1;
  let next = 0;
  const tellPass = (index: number): boolean => {
    const step = steps[index];
    const noted = Atomics.load(progress, index + 1);
    if (!step || noted === 0) return false;
    events.ended(index, reportPass(step, (noted - 1) / 1000));
    return true;
  };
  const tellPassesBefore = (end: number): void => {
    for (; next < end; next += 1) tellPass(next);
  };
  const look = (): void => {
    const now = Atomics.load(progress, RUNNING) - 1;
    tellPassesBefore(now);
    if (now !== running) events.began(now);
    running = now;
    if (next === now && tellPass(next)) next += 1;
  };
  const timer = setInterval(look, POLL_INTERVAL_MS);
  return {
    progress,
    events,
    look,
    finish: () => tellPassesBefore(steps.length),
    stop: () => clearInterval(timer),
  };
}
