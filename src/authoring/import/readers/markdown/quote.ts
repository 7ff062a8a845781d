import { admonitionType } from '../../markup/admonitions.ts';
import { positionOf, type SourceLine } from '../source-lines.ts';
import type { MarkdownContext, Read } from './types.ts';

/** Quotes inside quotes inside quotes: deeper ones are text, as nobody can tell them apart. */
const DEEPEST = 40;

const isQuoted = (line?: SourceLine) => /^\s*>/.test(line?.text ?? '');

export const beginsQuote = (line: SourceLine | undefined, { indent }: MarkdownContext): boolean =>
  indent.length <= DEEPEST && isQuoted(line);

export function readQuote(
  lines: readonly SourceLine[],
  index: number,
  context: MarkdownContext,
): Read | undefined {
  const { indent, readBlocks } = context;
  if (!beginsQuote(lines[index], context)) return undefined;
  let end = index;
  while (isQuoted(lines[end])) end += 1;
  const before = /^\s*/.exec(lines[index]?.text ?? '')?.[0] ?? '';
  const inside = lines.slice(index, end).map((line) => ({ ...line, text: line.text.replace(/^\s*> ?/, '') }));
  const [first, ...others] = inside;
  const [, alert, bold, colon, rest = ''] =
    /^\s*(?:\[!(\w+)\]|\*\*(.+?)\*\*[:：]?|([^\s:：]{1,6})[:：])\s*(.*)$/.exec(first?.text ?? '') ?? [];
  const type = admonitionType(alert ?? bold?.replace(/[:：]$/, '') ?? colon ?? '');
  const place = positionOf(inside, indent + before);
  if (first && type) {
    const blocks = readBlocks([{ ...first, text: rest }, ...others], indent + before);
    return { blocks: [{ ...place, kind: 'admonition', type, title: '', blocks }], next: end };
  }
  return {
    blocks: [{ ...place, kind: 'quote', blocks: readBlocks(inside, `${indent}${before}> `) }],
    next: end,
  };
}
