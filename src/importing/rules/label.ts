import { roleOfScript } from './script.ts';
import type { Rule } from './types.ts';

/** What the label before the block says; what a script is for is seen from the script. */
export const label: Rule = ({ body, line, title }, context) => {
  if (context.label === undefined) return undefined;
  if (context.label === 'result') return [{ kind: 'result', body, line }];
  return [{ kind: 'step', role: roleOfScript(body), body, line, title }];
};
