import { isPlain, isShell } from '../languages.ts';
import { documentationRule } from './documentation.ts';
import { roleOfScript } from './script-rule.ts';
import type { ImportRule } from './types.ts';

/** Uses the label before the block; the role of a script is inferred from the script. */
export const labelRule: ImportRule = (code, context) => {
  const { body, line, lang } = code;
  if (context.label === undefined) return undefined;
  if (context.label === 'result') {
    // `Input` and `Output` are headings of anything: what nobody printed is no result.
    return context.step === undefined ? documentationRule(code, context) : [{ kind: 'result', body, line }];
  }
  if (!isPlain(lang) && !isShell(lang ?? '')) return documentationRule(code, context);
  return [{ kind: 'step', role: roleOfScript(body), body, line }];
};
