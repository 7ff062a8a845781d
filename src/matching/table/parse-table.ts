import { isElision } from '../../procedure/json/index.ts';
import { trimmedLines } from '../text/lines.ts';
import type { Table, TableRow, TableSection } from './types.ts';

/** Lines between two borders that begin with the same number of bars. */
interface Group {
  readonly depth: number;
  readonly rows: TableRow[];
}

const isBorder = (line: string): boolean => /^[|+-]+$/.test(line) && line.includes('--');

/** A table as `--output table` prints it (and others draw it); undefined where a line is no part of one. */
export function parseTable(text: string): Table | undefined {
  const groups: Group[] = [];
  let open: Group | undefined;
  let borders = 0;
  for (const [index, raw] of trimmedLines(text).entries()) {
    const line = raw.trim();
    const content = contentOf(line);
    if (line === '' && groups.length === 0) continue;
    if (isBorder(line)) {
      borders++;
      open = undefined;
    } else if (isElision(line)) {
      open ??= groups[groups.push({ depth: groups.at(-1)?.depth ?? 1, rows: [] }) - 1];
      open?.rows.push({ cells: [line], line: index + 1 });
    } else if (content) {
      const { depth, inside } = content;
      if (open?.depth !== depth) open = groups[groups.push({ depth, rows: [] }) - 1];
      open?.rows.push(rowOf(inside, index + 1));
    } else return undefined;
  }
  return borders >= 2 && groups.length > 0 ? { sections: sectionsOf(groups) } : undefined;
}

/** The number of bars at the left, and what stands between the outer bars; undefined for a line that is no row. */
function contentOf(line: string): { readonly depth: number; readonly inside: string } | undefined {
  // Counted by hand: an expression would try each number of bars.
  const first = firstOther(line);
  if (first === 0 || !line.endsWith('|')) return undefined;
  if (first === line.length) return first > 1 ? { depth: first - 1, inside: '' } : undefined;
  let end = line.length;
  while (line[end - 1] === '|') end--;
  return { depth: first, inside: line.slice(first, end) };
}

function firstOther(line: string): number {
  let at = 0;
  while (line[at] === '|') at++;
  return at;
}

/** `inside`: what stands between the outer bars of a line. */
function rowOf(inside: string, line: number): TableRow {
  const cells = inside.split('|');
  const before = (cell: string) => cell.length - cell.trimStart().length;
  const after = (cell: string) => cell.length - cell.trimEnd().length;
  return {
    cells: cells.map((cell) => cell.trim()),
    line,
    isFlushLeft: cells.some((cell) => after(cell) > before(cell) + 1),
  };
}

/** A section is a title (one cell), then rows, with a row of column names before them where there are two groups. */
function sectionsOf(groups: readonly Group[]): TableSection[] {
  const sections: TableSection[] = [];
  let next = 0;
  while (next < groups.length) {
    const first = groups[next] as Group;
    const title = single(first)?.cells.length === 1 ? single(first) : undefined;
    if (title) next++;
    const body: Group[] = [];
    while (body.length < 2 && groups[next]?.depth === first.depth && fits(body[0], groups[next])) {
      body.push(groups[next++] as Group);
    }
    const header = body.length === 2 ? body[0]?.rows[0] : undefined;
    sections.push({ depth: first.depth, title, header, rows: body.at(-1)?.rows ?? [] });
  }
  return sections;
}

const single = (group: Group | undefined): TableRow | undefined =>
  group?.rows.length === 1 ? group.rows[0] : undefined;

/** Tells whether a group continues a section: its first, or the rows below a line of as many column names. */
function fits(header: Group | undefined, group: Group | undefined): boolean {
  if (!header) return true;
  if (!isHeader(single(header))) return false;
  return (
    single(header)?.cells.length === group?.rows.find((row) => !isElision(row.cells.join('')))?.cells.length
  );
}

/** Two values one below the other are two lists of one value each; a name of a column is centred and looks like a name. */
function isHeader(row: TableRow | undefined): boolean {
  if (row?.cells.length !== 1) return true;
  return !row.isFlushLeft && /^[A-Za-z_]\w*$/.test(row.cells[0] ?? '');
}
