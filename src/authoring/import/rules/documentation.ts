import { isJsonTree } from '../../../procedure/json/index.ts';
import { isShell } from '../languages.ts';
import type { CodeBlock } from '../types.ts';
import type { CodePart, RuleContext } from './types.ts';

/** Shows code that no other rule knows as it is. After a step without a result, it may be the result. */
export function documentationRule(
  { body, line, lang }: CodeBlock,
  { step }: RuleContext,
): readonly CodePart[] {
  if (isJsonTree(body.join('\n')) && (lang === undefined || lang === 'json'))
    return [{ kind: 'fence', lang: 'json', body, line }];
  const shown = lang === undefined || isShell(lang) || !/^[\w+#-]+$/.test(lang) ? 'text' : lang;
  const message = `This is neither a command nor a result for certain${step === undefined ? '' : ` (the command in line ${step} has no result)`}: it is shown and not compared.`;
  const fix = 'Write "text result" for "text" if it is printed, "bash command" if it is to be run.';
  return [
    {
      kind: 'fence',
      lang: shown,
      body,
      line,
      doubt: shown === 'text' ? { message, fix } : undefined,
    },
  ];
}
