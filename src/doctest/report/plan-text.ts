import { counted, say } from '../../language/index.ts';
import { isCompared, type Step } from '../../procedure/index.ts';
import { recordingFile, recordingSize } from '../../recording/files/index.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import { describeStep } from './step.ts';
import { coverageText } from './totals.ts';

/** Prints `--plan`: every page in the order of the run, with its steps. */
export function planText({ pages, root }: Plan): string {
  const steps = pages.flatMap(({ page }) => page.steps);
  return [
    ...pages.map((page) => pageText(page, root)),
    say`${counted(pages.length, 'page')}, ${coverageTextOf(steps)}. Nothing was run.`,
  ].join('\n\n');
}

function pageText({ page, prerequisites }: PlannedPage, root: string): string {
  const after = prerequisites.length > 0 ? say`  after ${prerequisites.map(({ id }) => id).join(', ')}` : '';
  const recording = page.target === 'recording' ? `  ${recordingText(page.id, root)}` : '';
  const width = String(page.steps.at(-1)?.span.start.line ?? '').length;
  const lines = page.steps.map((step) => {
    const { line, role, id, command } = describeStep(step);
    const skip = 'skip' in step && step.skip !== undefined ? say`  (skipped: ${step.skip})` : '';
    const partial = step.file === undefined ? '' : `  (${step.file})`;
    return `    ${String(line).padStart(width)}  ${role.padEnd(7)}  ${id}  ${command.split('\n')[0]}${partial}${skip}`;
  });
  return [
    `${page.locale}  ${page.id}  ${page.file}  (${coverageTextOf(page.steps)})${after}${recording}`,
    ...lines,
  ].join('\n');
}

/** Names the recording of a page with the target `recording`, with the size that its reader loads. */
function recordingText(page: string, root: string): string {
  const size = recordingSize(root, page);
  if (size === undefined) return say`from its recording, which is missing`;
  return say`from ${recordingFile(page)}, ${(size / 1024).toFixed(1)} KiB`;
}

const coverageTextOf = (steps: readonly Step[]): string =>
  coverageText(steps.length, steps.filter(isCompared).length);
