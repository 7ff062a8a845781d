import { readLabel } from '../../labels.ts';
import { escapeLineStart, restInline } from '../../markup.ts';
import type { SourceBlock } from '../../types.ts';
import {
  dedent,
  indentedFrom,
  indentOf,
  isBlank,
  positionOf,
  type SourceLine,
  texts,
  trimBlank,
} from '../source-lines.ts';
import { isDirective } from './directive.ts';
import { lostReferences } from './explicit.ts';
import type { Read, RestContext } from './types.ts';

const LIST_ITEM = /^\s*(?:[-*+•]|(?:\d+|#)[.)]|\((?:\d+|#)\))\s/;

/** An indented block after a label that forgot its `::`. */
export function literalWithoutMark(
  lines: readonly SourceLine[],
  index: number,
  { indent }: RestContext,
): Read | undefined {
  const line = lines[index];
  const above = lineAbove(lines, index);
  if (!line || !above || indentOf(line.text) <= indentOf(above.text) || !isLabel(above.text))
    return undefined;
  const body = trimBlank(indentedFrom(lines, index, indentOf(line.text)));
  return {
    blocks: [{ ...positionOf(body, indent), kind: 'code', body: texts(dedent(body)) }],
    next: index + body.length,
  };
}

function lineAbove(lines: readonly SourceLine[], index: number): SourceLine | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line && !isBlank(line)) return line;
  }
  return undefined;
}

const isLabel = (text: string) => readLabel(text)?.rest === '';

/** Up to a blank line, with the literal block that it announces, if any. */
export function readRestParagraph(lines: readonly SourceLine[], index: number, context: RestContext): Read {
  let end = index + 1;
  while (end < lines.length) {
    const line = lines[end];
    if (!line || isBlank(line) || isDirective(line)) break;
    end += 1;
    if (isLabel(line.text)) break;
  }
  if (isLabel(lines[index]?.text ?? '')) end = index + 1;
  const own = lines.slice(index, end);
  const last = own.at(-1);
  const literal = last && /::\s*$/.test(last.text) ? literalAfter(lines, end, last, context) : undefined;
  return {
    blocks: [...proseOf(own, context, literal !== undefined), ...(literal?.blocks ?? [])],
    next: literal?.next ?? end,
  };
}

function literalAfter(
  lines: readonly SourceLine[],
  start: number,
  mark: SourceLine,
  { indent }: RestContext,
): Read | undefined {
  const inside = indentedFrom(lines, start, indentOf(mark.text) + 1);
  const body = trimBlank(inside);
  if (body.length === 0) return undefined;
  const own =
    indent + ' '.repeat(LIST_ITEM.test(mark.text) ? indentOf(body[0]?.text ?? '') : indentOf(mark.text));
  return {
    blocks: [{ ...positionOf(body, own), kind: 'code', body: texts(dedent(body)) }],
    next: start + inside.length,
  };
}

function proseOf(lines: readonly SourceLine[], { indent }: RestContext, announces: boolean): SourceBlock[] {
  const place = positionOf(lines, indent);
  const [only] = lines;
  const label = lines.length === 1 && only ? readLabel(only.text) : undefined;
  if (only && label?.rest === '')
    return [{ ...place, kind: 'label', role: label.role, text: restInline(only.text.trim()).text }];
  const lost: string[] = [];
  const written = lines.map(({ text }, at) => {
    const inline = restInline(markdownMarks(announces && at === lines.length - 1 ? withoutMark(text) : text));
    lost.push(...inline.lost);
    return isRow(inline.text) ? inline.text : escapeLineStart(inline.text, at === 0);
  });
  const blocks: SourceBlock[] = [];
  if (written.some((line) => line.trim() !== '')) blocks.push({ ...place, kind: 'prose', lines: written });
  return [...blocks, ...lostReferences(lost, place)];
}

const isRow = (text: string) => LIST_ITEM.test(text);

/** `text::` ends in `:`, `text ::` in nothing. */
const withoutMark = (text: string) => text.replace(/\s+::\s*$|^\s*::\s*$/, '').replace(/::\s*$/, ':');

/** Marks of lists, line blocks and fields as Markdown writes them. */
function markdownMarks(text: string): string {
  return text
    .replace(/^(\s*)#\.(?=\s)/, '$11.')
    .replace(
      /^(\s*)\((\d+|#)\)(?=\s)/,
      (_, before: string, number: string) => `${before}${number === '#' ? '1' : number}.`,
    )
    .replace(/^(\s*)•(?=\s)/, '$1-')
    .replace(/^(\s*)\|\s(.*)$/, '$1$2  ')
    .replace(/^(\s*):([^:`\n]+):(?=\s)/, '$1- $2:');
}
