import { isJsonTree } from '../../../procedure/json/index.ts';
import { isPlain, isPrinted, isShell, looksLikeCommand } from '../heuristics.ts';
import { readLabel } from '../labels.ts';
import type { CodeBlock } from '../types.ts';
import { roleOfScript } from './script-rule.ts';
import type { CodePart, ImportRule, RuleContext } from './types.ts';

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

/** A title that is a label: ```` ```text title="結果(例)" ````, ```` ```bash:コマンド ````. */
export const titleRule: ImportRule = ({ body, line, title: written, lang }) => {
  const role =
    readLabel(`${written ?? ''}:`)?.role ?? (lang && /^(?:output|result)$/.test(lang) ? 'result' : undefined);
  if (role === undefined) return undefined;
  if (role !== 'result' && !isPlain(lang) && !isShell(lang ?? '')) return undefined;
  return role === 'result'
    ? [{ kind: 'result', body, line }]
    : [{ kind: 'step', role: roleOfScript(body), body, line }];
};

const PRINTED =
  /^(?:(?:aws: \[ERROR\]: )?An error occurred \(|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d |[-+|]{8,}|\S+: command not found)/;

/** Recognizes output of `aws`, right after a step that has no result yet. */
export const resultRule: ImportRule = ({ body, line, lang }, { step }) => {
  if (step === undefined || !(lang === undefined || isPrinted(lang))) return undefined;
  const first = body.find((text) => text.trim() !== '') ?? '';
  if (!isJsonTree(body.join('\n')) && (!PRINTED.test(first.trim()) || looksLikeCommand(first)))
    return undefined;
  const message = `This was taken for what the command in line ${step} prints: nothing says so.`;
  return [
    {
      kind: 'result',
      body,
      line,
      doubt: { message, fix: 'If it is something else, remove the word "result" from the fence.' },
    },
  ];
};

/** A block in a shell's language, or one that begins as a command does. */
export const commandRule: ImportRule = ({ body, line, lang }) => {
  if (lang !== undefined && !isShell(lang)) return undefined;
  const first = body.find((text) => text.trim() !== '' && !text.trim().startsWith('#')) ?? '';
  const isCommand = looksLikeCommand(first);
  const role = roleOfScript(body);
  if (!isCommand && role !== 'check' && lang === undefined) return undefined;
  if (first === '' && role !== 'check') return undefined;
  const message = `"${first.trim().split(/\s/)[0]}" was taken for a command: it stands in a block of ${lang}.`;
  const doubt =
    isCommand || lang === undefined
      ? undefined
      : { message, fix: 'If it is printed by the command before, write "text result" for "bash command".' };
  return [{ kind: 'step', role, body, line, doubt }];
};

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
