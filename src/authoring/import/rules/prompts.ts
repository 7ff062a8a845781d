import { findOpenEnd } from '../../../procedure/index.ts';
import { readLabel } from '../labels.ts';
import { roleOfScript } from './script-rule.ts';
import type { CodePart, ImportRule } from './types.ts';

const AT_HOST = String.raw`[[(]?[\w.-]+@[\w.-]+[^$#%\n]{0,40}[$#%]`;
/** Of a shell without settings, as Session Manager opens it, and of CloudShell. */
const BARE_SHELL = String.raw`(?:[a-z][\w-]{1,20}(?:[\d.]+)?|~(?:\/\S*)? )[$]`;
const PROMPT = new RegExp(String.raw`^\s*(?:[$%❯➜]|${AT_HOST}|${BARE_SHELL})[ \t\u00a0]+(?=\S)`);

/** A prompt that nothing follows. `%` alone may be a percentage, `>` a quote. */
const BARE = new RegExp(String.raw`^\s*(?:\$|${AT_HOST}|${BARE_SHELL})\s*$`);
const LEFT_OUT = {
  message: 'The prompt after the last command was left out.',
  fix: 'Nothing need be done, unless the command prints it.',
};

/** Lines that one command may have: a quote that is never closed would go on to the end of the text. */
const LONGEST = 1_000;

export const hasPrompt = (lines: readonly string[]): boolean => lines.some((line) => PROMPT.test(line));

/** `$ aws s3 ls` and what it printed in one block: a step for each prompt, with its result example. */
export const promptsRule: ImportRule = ({ body, line }) => {
  // A prompt further down is as likely a part of a heredoc.
  const first = body.findIndex((text) => text.trim() !== '' && !text.trim().startsWith('#'));
  if (!PROMPT.test(body[first] ?? '')) return undefined;
  // The last line of what was copied is often the prompt that waits for the next command.
  const last = body.findLastIndex((text) => text.trim() !== '');
  if (!BARE.test(body[last] ?? '')) return piecesIn(body, first, line);
  const pieces = piecesIn(body.slice(0, last), first, line);
  return pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, doubt: LEFT_OUT } : piece));
};

function piecesIn(body: readonly string[], first: number, line: number): CodePart[] {
  const pieces: CodePart[] = [];
  const comments = body.slice(0, first).filter((text) => text.trim() !== '');
  for (let index = first; index < body.length; ) {
    const start = index;
    if (!PROMPT.test(body[index] ?? '')) {
      index = nextPrompt(body, index + 1);
      pieces.push(...outputPiece(body, start, index, line));
      continue;
    }
    const command = commandAt(body, index);
    index += command.length;
    const script = [...(start === first ? comments : []), ...command];
    const role = roleOfScript(script);
    const before = pieces.at(-1);
    if (before?.kind === 'step' && before.role === role) {
      pieces[pieces.length - 1] = { ...before, body: [...before.body, ...script] };
    } else pieces.push({ kind: 'step', role, body: script, line: line + start });
  }
  return pieces;
}

function nextPrompt(body: readonly string[], from: number): number {
  const next = body.findIndex((text, at) => at >= from && PROMPT.test(text));
  return next === -1 ? body.length : next;
}

/** The command after a prompt, with the lines that it goes on in. */
export function commandAt(body: readonly string[], index: number): string[] {
  const script = [(body[index] ?? '').replace(PROMPT, '')];
  const isOpen = () => findOpenEnd(script.join('\n')) !== undefined || /\\$/.test(script.at(-1) ?? '');
  const end = Math.min(body.length, index + LONGEST);
  for (let next = index + 1; next < end && isOpen() && !PROMPT.test(body[next] ?? ''); next += 1) {
    script.push((body[next] ?? '').replace(/^\s*>(?: |$)/, ''));
  }
  return script;
}

/** Builds the result part: `# 出力例` above it is a label; comments alone are no output. */
function outputPiece(body: readonly string[], start: number, end: number, line: number): CodePart[] {
  const lines = body.slice(start, end).map((text, at) => ({ text, number: line + start + at }));
  const kept = lines.filter(
    ({ text }) => !(text.trim().startsWith('#') && readLabel(text.trim().replace(/^#+\s*/, ''))),
  );
  const first = kept.findIndex(({ text }) => text.trim() !== '');
  if (first === -1) return [];
  const own = kept.slice(first, kept.findLastIndex(({ text }) => text.trim() !== '') + 1);
  const isComment = own.every(({ text }) => /^\s*(?:#|$)/.test(text));
  const texts = own.map(({ text }) => text);
  const number = own[0]?.number ?? line;
  return isComment
    ? [{ kind: 'fence', lang: 'text', body: texts, line: number }]
    : [{ kind: 'result', body: texts, line: number }];
}
