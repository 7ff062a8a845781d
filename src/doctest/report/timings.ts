import { say } from '../../language/index.ts';
import type { PageReport, StepReport } from './types.ts';

const SHOWN = 10;

interface Slow extends StepReport {
  readonly file: string;
}

/** Returns the slowest steps of a run, the slowest first, with where they are. */
export function timingsText(pages: readonly PageReport[]): string {
  let steps: Slow[] = [];
  for (const { file, steps: own } of pages)
    steps = [
      ...steps,
      ...own
        .filter(({ status }) => status !== 'skipped')
        .map((step) => ({ ...step, file: step.file ?? file })),
    ]
      .sort((a, b) => b.durationMs - a.durationMs)
      .slice(0, SHOWN);
  const width = Math.max(0, ...steps.map(({ durationMs }) => milliseconds(durationMs).length));
  return [
    say`slowest steps`,
    ...steps.map(
      ({ durationMs, file, line, id, command }) =>
        `${milliseconds(durationMs).padStart(width + 2)}  ${file}:${line} ${id}  ${command.split('\n')[0]}`,
    ),
  ].join('\n');
}

const milliseconds = (duration: number): string => `${duration.toFixed(1)} ms`;
