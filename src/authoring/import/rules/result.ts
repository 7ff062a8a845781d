import { isJsonTree } from '../../../procedure/json/index.ts';
import { isPrinted } from '../languages.ts';
import { looksLikeCommand } from '../looks.ts';
import type { ImportRule } from './types.ts';

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
