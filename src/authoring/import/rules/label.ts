import { isPlain, isShell } from '../languages.ts';
import { documentation } from './documentation.ts';
import { roleOfScript } from './script.ts';
import type { Rule } from './types.ts';

/** What the label before the block says; what a script is for is seen from the script. */
export const label: Rule = (code, context) => {
  const { body, line, lang } = code;
  if (context.label === undefined) return undefined;
  if (context.label === 'result') {
    // `Input` and `Output` are headings of anything: what nobody printed is no result.
    return context.step === undefined ? documentation(code, context) : [{ kind: 'result', body, line }];
  }
  if (!isPlain(lang) && !isShell(lang ?? '')) return documentation(code, context);
  return [{ kind: 'step', role: roleOfScript(body), body, line }];
};
