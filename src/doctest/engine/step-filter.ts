import type { Page } from '../../procedure/index.ts';
import { describeStep } from '../report/step.ts';

/** Title of the page, then number, id and first line of the step: `Save a file 2 step-2: echo saved`. */
function stepName(page: Page, index: number): string {
  const step = page.steps[index];
  if (!step) return page.title;
  const { id, command } = describeStep(step);
  return `${page.title} ${index + 1} ${id}: ${command.split('\n')[0]}`;
}

/** Tells for a step of a page, by its place from 0, whether its name matches a regular expression. */
export function nameFilter(pattern: string): (page: Page, index: number) => boolean {
  const expression = new RegExp(pattern);
  return (page, index) => expression.test(stepName(page, index));
}
