import { fitting, say } from '../language/index.ts';
import type { Page, Step } from '../procedure/index.ts';

/** NO_COLOR and FORCE_COLOR as agreed among tools; else a terminal has colours and a file has none. */
export function usesColor(stdout: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0';
  return stdout.isTTY === true;
}

/** A redrawn line is no longer read where it changes more often than this. */
const PROGRESS_MS = 100;
/** Some terminals say that they have no column. */
const UNKNOWN_WIDTH = 80;

/** One line at the end of a terminal that names the step that runs; nothing elsewhere, as in a log. */
export function createProgressLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  now = (): number => performance.now(),
) {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show: (page: Page, step: Step): void => {
      if (!stream.isTTY || now() - shownAt < PROGRESS_MS) return;
      const text = say`running  ${page.locale}  ${page.id}:${step.span.start.line} ${step.id}`;
      stream.write(`\r\x1b[2K${text.slice(0, fitting(text, (stream.columns || UNKNOWN_WIDTH) - 1))}`);
      shownAt = now();
      isShown = true;
    },
    clear: (): void => {
      if (isShown) stream.write('\r\x1b[2K');
      isShown = false;
    },
  };
}

/** Output and clock of a countdown. */
export interface CountdownOptions {
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
  now(): number;
  /** Calls again and again after so many milliseconds. @returns what ends that */
  every(milliseconds: number, tick: () => void): () => void;
}

/** In a terminal one line is redrawn; elsewhere, as in a log, a line a minute is enough. */
const REDRAWN_MS = 1_000;
const LOGGED_MS = 60_000;

/** Tells how long there is still to wait. @returns what ends it */
export function countDown(
  durationMs: number,
  place: string,
  { stream, now, every }: CountdownOptions,
): () => void {
  const end = now() + durationMs;
  const redraws = stream.isTTY === true;
  const show = (): void => {
    const line = say`waiting  ${place}: ${clock(end - now())} left`;
    stream.write(redraws ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  show();
  const stop = every(redraws ? REDRAWN_MS : LOGGED_MS, show);
  return () => {
    stop();
    if (redraws) stream.write('\r\x1b[2K');
  };
}

/** `14:59`, or `1:00:00` */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** On this machine. */
export const onStderr: CountdownOptions = {
  stream: process.stderr,
  now: () => Date.now(),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};
