import { fillIn, type VariableValues } from '../../procedure/apply-variables.ts';
import type { Page } from '../../procedure/index.ts';
import { failedCondition, isHidden, type RunFacts } from '../../procedure/run-facts.ts';

const ELSEWHERE: RunFacts = { names: ['live', 'bash'] };

/** The commands of a page as a script to run elsewhere, with the reader's values; a wait is a comment. */
export function pageScript(page: Page, values: VariableValues): string {
  const parts = page.steps.flatMap((step) => {
    if (isHidden(step)) return [];
    const heading = step.headings.at(-1);
    if (step.role === 'elapse') return [`# (${Math.round(step.durationMs / 60_000)} min)`];
    if (failedCondition(step, ELSEWHERE)) return [];
    const { script } = fillIn(step, page.variables, values);
    return [heading === undefined ? script : `# ${heading}\n${script}`];
  });
  return `#!/usr/bin/env bash\n# ${page.title}\n\n${parts.join('\n\n')}\n`;
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
