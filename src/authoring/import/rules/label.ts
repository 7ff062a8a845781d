import { isPlain, isShell } from '../languages.ts';
import { documentation } from './documentation.ts';
import { roleOfScript } from './script.ts';
import type { Rule } from './types.ts';

/** Uses the label before the block; the role of a script is inferred from the script. */
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
