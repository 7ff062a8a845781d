import type { PageReport } from './types.ts';

const SHOWN = 10;

/** Returns the slowest steps of a run, the slowest first, with where they are. */
export function timingsText(pages: readonly PageReport[]): string {
  const steps = pages
    .flatMap(({ file, steps }) => steps.map((step) => ({ ...step, file })))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, SHOWN);
  const width = Math.max(0, ...steps.map(({ durationMs }) => milliseconds(durationMs).length));
  return [
    'slowest steps',
    ...steps.map(
      ({ durationMs, file, line, id, command }) =>
        `${milliseconds(durationMs).padStart(width + 2)}  ${file}:${line} ${id}  ${command.split('\n')[0]}`,
    ),
  ].join('\n');
}

const milliseconds = (duration: number): string => `${duration.toFixed(1)} ms`;
