import { findOpenEnd } from '../../../../procedure/index.ts';
import { isJsonTree } from '../../../../procedure/json/index.ts';
import { isJapanese, looksLikeCommand, looksLikeSentence, saysNothingIsShown } from '../../heuristics.ts';
import { doubt } from '../../items.ts';
import { type Label, readLabel } from '../../labels.ts';
import { escapeMarkdown } from '../../markup.ts';
import { hasPrompt } from '../../rules/prompts.ts';
import type { SourceBlock } from '../../types.ts';
import type { Read } from '../blocks.ts';
import {
  dedent,
  findFrom,
  indentedFrom,
  indentOf,
  isBlank,
  positionOf,
  type SourceLine,
  texts,
} from '../source-lines.ts';

/** A label, and as much after it as belongs to it. */
export function readLabelled(lines: readonly SourceLine[], index: number): Read | undefined {
  const line = lines[index];
  const label = line && readLabel(line.text);
  if (!line || !label) return undefined;
  const { role, rest } = label;
  if (!belongs(label)) return undefined;
  const place = positionOf([line], '');
  const own: SourceBlock = { ...place, kind: 'label', role, text: escapeMarkdown(line.text.trim()) };
  const first = rest ? index : findFrom(lines, index + 1, (one) => !isBlank(one));
  const following =
    first === -1
      ? []
      : setIn(lines, index, role)
        ? withoutIndent(within(lines, first))
        : within(lines, first);
  const followed = rest ? [{ ...line, text: rest }, ...following.slice(1)] : following;
  if (role === 'result' && saysNothingIsShown(followed[0]?.text ?? '')) {
    const said = escapeMarkdown(followed[0]?.text.trim() ?? '');
    const text = rest ? own.text : `${own.text} ${said}`;
    return { blocks: [{ ...own, kind: 'prose', lines: [text] }], next: first + 1 };
  }
  const body = first === -1 ? [] : role === 'result' ? resultIn(followed) : scriptIn(followed);
  if (body.length === 0) {
    return {
      blocks: [{ ...own, kind: 'prose', lines: [own.text] }, nothingAfter(own, role)],
      next: index + 1,
    };
  }
  return {
    blocks: [own, { ...positionOf(body, ''), kind: 'code', body: texts(body) }],
    next: first + body.length,
  };
}

/**
 * Tells whether indentation below a label only sets a block off. A command's always does; a result's where its command's
 * is indented as far: output may begin with spaces of its own.
 */
function setIn(lines: readonly SourceLine[], index: number, role: Label['role']): boolean {
  if (role !== 'result') return true;
  const before = lines.slice(0, index).findLastIndex(({ text }) => readLabel(text)?.role === 'command');
  const indentBelow = (label: number): number =>
    indentOf(lines[findFrom(lines, label + 1, (line) => !isBlank(line))]?.text ?? '');
  return before >= 0 && indentBelow(before) === indentBelow(index);
}

/** Columns up to which an indentation only sets a block off: `aws s3 ls` itself prints 27 spaces before a folder. */
const DEEPEST = 8;

/** Takes the indentation off that the lines of a block after a label share. */
function withoutIndent(lines: readonly SourceLine[]): readonly SourceLine[] {
  const indent = indentOf(lines[0]?.text ?? '');
  if (indent === 0 || indent > DEEPEST) return lines;
  const block = indentedFrom(lines, 0, indent);
  return [...dedent(block), ...lines.slice(block.length)];
}

/** Tells whether the text after a label on its line is of the kind that the label names. */
const belongs = ({ role, rest }: Label): boolean =>
  rest === '' ||
  (!looksLikeSentence(rest) && (role === 'result' || looksLikeCommand(rest) || hasPrompt([rest])));

/** Tells whether a line ends a paragraph of prose or output: `結果: 0` may be part of it, `コマンド: aws s3 ls` is not. */
export function endsText({ text }: SourceLine): boolean {
  const label = readLabel(text);
  return label !== undefined && belongs(label) && (label.rest === '' || label.role !== 'result');
}

function nothingAfter(place: SourceBlock, role: string): SourceBlock {
  const message = `Nothing that looks like a ${role === 'result' ? 'result' : 'command'} follows this label.`;
  return doubt(place, message, 'Put what belongs to it into a fence, or remove the label.');
}

/** No block is longer, unless it is one paragraph: where a quote is never closed, all that follows would be searched. */
const LONGEST = 1_000;

/** From `start`, as many lines as a block may have. */
export function within(lines: readonly SourceLine[], start: number): readonly SourceLine[] {
  return lines.slice(start, Math.max(start + LONGEST, paragraphIn(lines, start)));
}

type Stop = (line: SourceLine) => boolean;

/** No command is called `結果: ...`. */
const endsScript: Stop = ({ text }) => {
  const label = readLabel(text);
  return label !== undefined && belongs(label);
};

function paragraphIn(lines: readonly SourceLine[], from = 0, stop: Stop = endsText): number {
  const end = findFrom(lines, from, (line) => isBlank(line) || stop(line));
  return end === -1 ? lines.length : end;
}

/** A script goes on over blank lines as long as a heredoc or a quote is open, or a line ends in a backslash. */
function scriptIn(lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = lines[0]?.text ?? '';
  if (!looksLikeCommand(first) && isJapanese(first) && !first.trim().startsWith('#')) return [];
  const paragraph = paragraphIn(lines, 0, endsScript);
  let end = paragraph;
  while (end < lines.length && isOpen(texts(lines.slice(0, end)).join('\n')))
    end = Math.max(end + 1, paragraphIn(lines, end, endsScript));
  return isOpen(texts(lines.slice(0, end)).join('\n')) ? lines.slice(0, paragraph) : lines.slice(0, end);
}

const isOpen = (script: string) => findOpenEnd(script) !== undefined || /\\\s*$/.test(script);

function resultIn(lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = lines[0]?.text ?? '';
  if (isJapanese(first) && looksLikeSentence(first)) return [];
  const json = jsonIn(lines);
  return json.length > 0 ? json : lines.slice(0, paragraphIn(lines));
}

/** JSON up to the line that closes it, blank lines and all. */
export function jsonIn(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!/^\s*[{[]/.test(lines[0]?.text ?? '')) return [];
  for (let end = 1; end <= Math.min(lines.length, LONGEST); end += 1) {
    if (!/[}\]]\s*$/.test(lines[end - 1]?.text ?? '')) continue;
    const own = lines.slice(0, end);
    if (isJsonTree(texts(own).join('\n'))) return own;
  }
  return [];
}
