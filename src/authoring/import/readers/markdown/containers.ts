import { admonitionType, escapeMdx } from '../../markup.ts';
import { dedent, findFrom, indentedFrom, positionOf, type SourceLine } from '../source-lines.ts';
import type { MarkdownContext, Read } from './types.ts';

const OPENING = /^([ \t]*)(:{3,})\s*([\w-]+)(?:\[([^\]]*)\]\s*|\s.*)?$/;

export const beginsContainer = (lines: readonly SourceLine[], index: number): boolean =>
  endOfContainer(lines, index) !== -1;

/** Index of the line that closes what opens at `index`; -1 where nothing is opened, or never closed. */
function endOfContainer(lines: readonly SourceLine[], index: number): number {
  const marker = OPENING.exec(lines[index]?.text ?? '')?.[2];
  return marker === undefined ? -1 : findFrom(lines, index + 1, ({ text }) => text.trim() === marker);
}

/** `:::note 題名`, `:::message alert`, `:::details 題名`. */
export function readContainer(
  lines: readonly SourceLine[],
  index: number,
  { indent, readBlocks }: MarkdownContext,
): Read | undefined {
  const [, before = '', marker = '', name = '', rest = ''] = OPENING.exec(lines[index]?.text ?? '') ?? [];
  const end = endOfContainer(lines, index);
  if (end === -1) return undefined;
  const words = (lines[index]?.text ?? '').trim().slice(marker.length).trim().slice(name.length).trim();
  const kind = admonitionType(words.split(/\s/)[0] ?? '') ?? admonitionType(name) ?? 'note';
  const title = rest || (admonitionType(words) ? '' : words.replace(/^\[|\]$/g, ''));
  const own = indent + before;
  return {
    blocks: [
      {
        ...positionOf(lines.slice(index, end + 1), own),
        kind: 'admonition',
        type: kind,
        title: escapeMdx(title),
        blocks: readBlocks(dedent(lines.slice(index + 1, end)), own),
      },
    ],
    next: end + 1,
  };
}

/** `!!! note "題名"`, its content indented. */
export function readMkdocsAdmonition(
  lines: readonly SourceLine[],
  index: number,
  { indent, readBlocks }: MarkdownContext,
): Read | undefined {
  const opening = lines[index];
  const [, before = '', name = '', title = ''] =
    /^([ \t]*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/.exec(opening?.text ?? '') ?? [];
  if (!opening || !name) return undefined;
  const body = indentedFrom(lines, index + 1, before.length + 2);
  const own = indent + before;
  return {
    blocks: [
      {
        ...positionOf([opening, ...body], own),
        kind: 'admonition',
        type: admonitionType(name) ?? 'note',
        title: escapeMdx(title),
        blocks: readBlocks(dedent(body), own),
      },
    ],
    next: index + 1 + body.length,
  };
}

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
