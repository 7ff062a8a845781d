import { doubt } from '../../items.ts';
import { restInline } from '../../markup.ts';
import type { SourceBlock, SourcePosition } from '../../types.ts';
import { dedent, positionOf, type SourceLine, texts } from '../source-lines.ts';
import type { Read, RestContext } from './types.ts';

const RULE = /^\s*(?:\+(?:[-=]+\+)+|=+(?:\s+=+)+)\s*$/;

/** `+---+` and `=== ===`: one row a line becomes a table, what spans rows or columns is kept as text. */
export function readGridTable(
  lines: readonly SourceLine[],
  index: number,
  { indent }: RestContext,
): Read | undefined {
  if (!RULE.test(lines[index]?.text ?? '')) return undefined;
  let end = index;
  while (end < lines.length && lines[end]?.text.trim()) end += 1;
  const own = lines.slice(index, end);
  if (own.length < 3 || !RULE.test(own.at(-1)?.text ?? '')) return undefined;
  const place = positionOf(own, indent);
  const written = texts(dedent(own));
  const rows = gridRows(written) ?? simpleRows(written);
  if (rows) return { blocks: [table(rows, place)], next: end };
  const message = 'This table joins cells or lines, which Markdown cannot: it was kept as text.';
  const remark = doubt(place, message, 'Write it as a table of Markdown, or as several.');
  return { blocks: [remark, { ...place, kind: 'code', lang: 'rst', body: texts(dedent(own)) }], next: end };
}

function gridRows(lines: readonly string[]): string[][] | undefined {
  if (!lines[0]?.startsWith('+')) return undefined;
  const rules = lines.filter((line) => RULE.test(line));
  const rows = lines.filter((line) => !RULE.test(line)).map((line) => line.trim().slice(1, -1).split('|'));
  const width = rows[0]?.length ?? 0;
  const even = rows.every((row) => row.length === width) && rules.length === rows.length + 1;
  const plain = rules.every((rule) => rule.split('+').length === width + 2);
  return even && plain ? rows.map((row) => row.map((cell) => cell.trim())) : undefined;
}

/** `=== ===`: cells are two spaces apart, or more. */
function simpleRows(lines: readonly string[]): string[][] | undefined {
  if (!lines[0]?.startsWith('=')) return undefined;
  const width = lines[0].trim().split(/\s+/).length;
  const rows = lines.filter((line) => !RULE.test(line)).map((line) => line.trim().split(/\s{2,}/));
  const hasHead = lines.length - rows.length === 3 && RULE.test(lines[2] ?? '');
  return hasHead && rows.every((row) => row.length === width) ? rows : undefined;
}

/** `* - cell`; undefined when a cell holds more than a line. */
export function listTable(
  content: readonly SourceLine[],
  place: SourcePosition,
  caption: string,
): SourceBlock[] | undefined {
  const rows: string[][] = [];
  for (const { text } of content) {
    if (text.trim() === '') continue;
    const [, mark, cell = ''] = /^(\* - ?| {2}- ?)(.*)$/.exec(text) ?? [];
    if (mark === undefined) return undefined;
    if (mark.startsWith('*')) rows.push([cell]);
    else rows.at(-1)?.push(cell);
  }
  if (rows.length === 0) return undefined;
  const title: SourceBlock[] = caption ? [{ ...place, kind: 'prose', lines: [`**${caption}**`] }] : [];
  return [...title, table(rows, place)];
}

function table([head = [], ...rows]: readonly (readonly string[])[], place: SourcePosition): SourceBlock {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => restInline(cell).text.replaceAll('|', '\\|')).join(' | ')} |`;
  return {
    ...place,
    kind: 'prose',
    lines: [row(head), `|${head.map(() => '---|').join('')}`, ...rows.map(row)],
  };
}
