import { withAnswers } from '../../procedure/answers.ts';
import { applyVariables, type VariableValues } from '../../procedure/apply-variables.ts';
import type { Page } from '../../procedure/index.ts';
import { failedCondition, isHidden, type RunFacts } from '../../procedure/run-facts.ts';

const ELSEWHERE: RunFacts = { names: ['live', 'bash'] };

/** A page with the reader's values, which are those of its practice. */
interface FilledPage {
  readonly page: Page;
  readonly values: VariableValues;
}

/** Writes the commands of pages as a script to run elsewhere, with the reader's values; a wait is a comment. */
export function writeScript(title: string, pages: readonly FilledPage[]): string {
  const parts = pages.flatMap(({ page, values }) => [
    ...(pages.length > 1 ? [`# == ${page.title} ==`] : []),
    ...commandsOf(page, values),
  ]);
  return `#!/usr/bin/env bash\n# ${title}\n\n${parts.join('\n\n')}\n`;
}

function commandsOf(page: Page, values: VariableValues): string[] {
  return page.steps.flatMap((step) => {
    if (isHidden(step)) return [];
    const heading = step.headings.at(-1);
    if (step.role === 'elapse') return [`# (${Math.round(step.durationMs / 60_000)} min)`];
    if (failedCondition(step, ELSEWHERE)) return [];
    const { script, input } = applyVariables(step, page.variables, values);
    const commands = withAnswers(script, input);
    return [heading === undefined ? commands : `# ${heading}\n${commands}`];
  });
}

/** Hands a text to the reader as a file; nothing leaves the browser. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-shellscript' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
