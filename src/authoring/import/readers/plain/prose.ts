import { admonitionType, escapeLineStart, escapeMarkdown } from '../../markup.ts';
import type { SourceBlock } from '../../types.ts';
import type { Read } from '../blocks.ts';
import { findFrom, isBlank, positionOf, type SourceLine } from '../source-lines.ts';
import { endsText } from './labelled.ts';

const BULLET = /^(\s*)[・•‣▪●]\s*/;
const LIST_ITEM = /^\s*(?:[・•‣▪●]|[-*]\s|\d+[.)]\s)/;

/** `注釈` alone on a line, and the paragraph after it; `注意: ...` in one. */
export function readRemark(lines: readonly SourceLine[], index: number): Read | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const [, name = '', rest = ''] =
    /^\s*[[【(（]?([^\s:：\]】)）]{1,10})[\]】)）]?(?:\s*[:：])?\s*(.*)$/.exec(line.text) ?? [];
  const type = admonitionType(name);
  // A word at the head of a longer line needs a mark: 注意点は... is prose.
  if (!type || (rest && !/[:：\]】]/.test(line.text.slice(0, line.text.length - rest.length))))
    return undefined;
  const first = rest ? index : findFrom(lines, index + 1, (one) => !isBlank(one));
  if (first === -1) return undefined;
  const written = paragraphFrom(lines, first);
  const body = rest ? [{ ...line, text: rest }, ...written.slice(1)] : written;
  const place = positionOf([line, ...body], '');
  const prose: SourceBlock = { ...positionOf(body, ''), kind: 'prose', lines: proseLines(body) };
  return {
    blocks: [{ ...place, kind: 'admonition', type, title: '', blocks: [prose] }],
    next: first + body.length,
  };
}

export function readList(lines: readonly SourceLine[], index: number): Read | undefined {
  if (!LIST_ITEM.test(lines[index]?.text ?? '')) return undefined;
  const own = paragraphFrom(lines, index);
  return {
    blocks: [{ ...positionOf(own, ''), kind: 'prose', lines: proseLines(own) }],
    next: index + own.length,
  };
}

export function readPlainParagraph(lines: readonly SourceLine[], index: number): Read {
  const own = paragraphFrom(lines, index);
  return {
    blocks: [{ ...positionOf(own, ''), kind: 'prose', lines: proseLines(own) }],
    next: index + own.length,
  };
}

/** A table that was copied from a page: as many tabs in each line. */
export function readTabbedTable(lines: readonly SourceLine[], index: number): Read | undefined {
  const tabs = (line?: SourceLine) => (line?.text.trimEnd().match(/\t/g) ?? []).length;
  const width = tabs(lines[index]);
  let end = index;
  while (width > 0 && tabs(lines[end]) === width) end += 1;
  if (end - index < 2) return undefined;
  const own = lines.slice(index, end);
  const row = ({ text }: SourceLine) =>
    `| ${text
      .trimEnd()
      .split('\t')
      .map((cell) => escapeMarkdown(cell.trim()).replaceAll('|', '\\|'))
      .join(' | ')} |`;
  const [head = '', ...rows] = own.map(row);
  const rule = `|${'---|'.repeat(width + 1)}`;
  return { blocks: [{ ...positionOf(own, ''), kind: 'prose', lines: [head, rule, ...rows] }], next: end };
}

/** At least one line; up to a blank one or a label. */
function paragraphFrom(lines: readonly SourceLine[], start: number): SourceLine[] {
  const end = findFrom(lines, start + 1, (line) => isBlank(line) || endsText(line));
  return lines.slice(start, end === -1 ? lines.length : end);
}

function proseLines(lines: readonly SourceLine[]): string[] {
  return lines.map(({ text }, at) => {
    const isItem = LIST_ITEM.test(text);
    const [, mark = ''] = isItem ? (/^(\s*(?:[・•‣▪●]|[-*]|\d+[.)])\s*)/.exec(text) ?? []) : [];
    const escaped = escapeMarkdown(text.slice(mark.length));
    if (isItem) return BULLET.test(mark) ? `${mark.replace(BULLET, '$1- ')}${escaped}` : `${mark}${escaped}`;
    return escapeLineStart(escaped.trimStart(), at === 0);
  });
}
