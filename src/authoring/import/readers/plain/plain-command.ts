import { findOpenEnd } from '../../../../procedure/index.ts';
import { isJapanese, looksLikeCommand, looksLikeSentence } from '../../heuristics.ts';
import { readLabel } from '../../labels.ts';
import { commandAt, hasPrompt } from '../../rules/prompts.ts';
import type { SourceBlock } from '../../types.ts';
import type { Read } from '../blocks.ts';
import { findFrom, isBlank, positionOf, type SourceLine, texts } from '../source-lines.ts';
import { jsonIn, within } from './labelled.ts';

/** A paragraph that begins with a prompt, or with a command and has nothing of a sentence. */
export function readCommand(lines: readonly SourceLine[], index: number): Read | undefined {
  const first = lines[index]?.text ?? '';
  if (hasPrompt([first])) return session(within(lines, index), index);
  if (!looksLikeCommand(first)) return undefined;
  const own = lines.slice(index, endOfParagraph(lines, index));
  if (own.some(isProse)) return undefined;
  const script = own.slice(0, scriptLength(texts(own)));
  const parts = [script, own.slice(script.length)].filter((part) => part.length > 0);
  return {
    blocks: parts.map((part): SourceBlock => ({ ...positionOf(part, ''), kind: 'code', body: texts(part) })),
    next: index + own.length,
  };
}

const isProse = ({ text }: SourceLine) =>
  looksLikeSentence(text) || (isJapanese(text) && !/["'#]/.test(text));

function endOfParagraph(lines: readonly SourceLine[], from: number): number {
  const end = findFrom(lines, from + 1, (line) => isBlank(line) || readLabel(line.text)?.rest === '');
  return end === -1 ? lines.length : end;
}

/** Blank lines inside of a command, as in a heredoc, do not end its paragraph. */
function session(lines: readonly SourceLine[], index: number): Read {
  const body = texts(lines);
  let end = endOfParagraph(lines, 0);
  for (let at = 0; at < end; at += 1) {
    if (!hasPrompt([body[at] ?? ''])) continue;
    const past = at + commandAt(body, at).length;
    if (past > end) end = endOfParagraph(lines, past - 1);
  }
  const own = lines.slice(0, end);
  return { blocks: [{ ...positionOf(own, ''), kind: 'code', body: texts(own) }], next: index + own.length };
}

/** How many lines are commands; what follows them was printed. */
function scriptLength(lines: readonly string[]): number {
  let length = 1;
  let start = 0;
  while (length < lines.length) {
    const script = lines.slice(start, length).join('\n');
    const goesOn = findOpenEnd(script) !== undefined || /\\$/.test(script.trimEnd());
    const next = lines[length] ?? '';
    if (!goesOn && !looksLikeCommand(next) && !/^\s*[#|&]/.test(next)) break;
    if (!goesOn) start = length;
    length += 1;
  }
  return length;
}

/** A JSON document that nothing announces. */
export function readJsonDocument(lines: readonly SourceLine[], index: number): Read | undefined {
  const own = /^\s*[{[]/.test(lines[index]?.text ?? '') ? jsonIn(within(lines, index)) : [];
  if (own.length === 0) return undefined;
  return {
    blocks: [{ ...positionOf(own, ''), kind: 'code', lang: 'json', body: texts(own) }],
    next: index + own.length,
  };
}
