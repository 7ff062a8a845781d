import { isShell } from '../languages.ts';
import { looksLikeCommand } from '../looks.ts';
import { roleOfScript } from './script-rule.ts';
import type { ImportRule } from './types.ts';

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
