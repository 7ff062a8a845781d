import { isElision } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { inWords, quoteText } from '../messages.ts';
import { align } from '../sequence/align.ts';
import { pairUp } from '../sequence/pair-up.ts';
import { type Columns, columnsOf, compareCells, marksOfRow, showRow } from './rows.ts';
import type { Table, TableRow, TableSection } from './types.ts';

/** Compares two tables section by section; borders and widths are no matter. */
export function compareTables(comparison: ComparisonState, expected: Table, actual: Table): void {
  const titles = new Set(expected.sections.map(nameOf));
  const steps = align({
    expected: expected.sections.length,
    actual: actual.sections.length,
    isElision: () => false,
    matches: (i, j) => nameOf(expected.sections[i]) === nameOf(actual.sections[j]),
  });
  for (const step of steps) {
    if (comparison.isSettled) return;
    const wanted = 'expected' in step ? expected.sections[step.expected] : undefined;
    const got = 'actual' in step ? actual.sections[step.actual] : undefined;
    if (wanted && got) compareSections(comparison, wanted, got);
    else if (wanted) missingSection(comparison, wanted);
    else if (got) extraSection(comparison, got, titles.has(nameOf(got)));
  }
}

/** Depth and title; sections of one name are elements of one list. */
const nameOf = (section: TableSection | undefined): string =>
  `${section?.depth}:${section?.title?.cells[0] ?? ''}`;

function compareSections(comparison: ComparisonState, expected: TableSection, actual: TableSection): void {
  const columns = columnsOf(expected, actual);
  compareTitles(comparison, expected, actual);
  compareHeaders(comparison, expected, actual, columns);
  if (columns.vertical) compareVertical(comparison, expected, actual);
  else compareRows(comparison, expected, actual, columns);
}

function compareRows(
  comparison: ComparisonState,
  expected: TableSection,
  actual: TableSection,
  columns: Columns,
): void {
  const pairs = pairUp(comparison, {
    expected: expected.rows.length,
    actual: actual.rows.length,
    isElision: (index) => isElided(expected.rows[index]),
    compare: (attempt, i, j) => {
      const [row, other] = [expected.rows[i], actual.rows[j]];
      if (row && other) compareCells(attempt, row, other, { ...columns, path: '' });
    },
    marks: (side, index) => {
      const row = (side === 'expected' ? expected : actual).rows[index];
      return row ? marksOfRow(comparison, row, side, columns) : [];
    },
  });
  for (const pair of pairs) {
    if (comparison.isSettled) return;
    const row = expected.rows[pair.expected ?? -1];
    const other = actual.rows[pair.actual ?? -1];
    if (row && other)
      compareCells(comparison, row, other, { ...columns, path: `row ${(pair.expected ?? 0) + 1}` });
    else if (row) reportAbsent(comparison, row);
    else if (other) reportSurplus(comparison, other, (pair.actual ?? 0) + 1);
  }
}

function compareTitles(comparison: ComparisonState, expected: TableSection, actual: TableSection): void {
  if (!expected.title && !actual.title) return;
  const title = expected.title ?? { cells: [''], line: expected.rows[0]?.line ?? 1 };
  const other = actual.title ?? { cells: [''], line: 0 };
  compareCells(comparison, title, other, { pairs: [[0, 0]], path: 'title', keys: [] });
}

function compareHeaders(
  comparison: ComparisonState,
  expected: TableSection,
  actual: TableSection,
  columns: Columns,
): void {
  const { header } = expected;
  if (columns.missing.length > 0 && header) {
    const message = `The table lacks the column ${inWords(columns.missing.map(quoteText))}.`;
    const expected = columns.missing.join(', ');
    comparison.differ({ kind: 'missing', path: 'header', line: header.line, expected, message });
    showRow(comparison, 'expected', header, 'missing column');
    if (actual.header) showRow(comparison, 'actual', actual.header);
  } else if (header && actual.header) showRow(comparison, 'same', actual.header);
  for (const name of columns.extra) {
    reportExtra(
      comparison,
      `column ${name}`,
      `The table has a column "${name}" that the example does not show.`,
    );
  }
}

/** One item's keys and values, one below the other: rows belong together by key, one more is an extra key. */
function compareVertical(comparison: ComparisonState, expected: TableSection, actual: TableSection): void {
  const rows = new Map(actual.rows.map((row) => [row.cells[0] ?? '', row]));
  for (const row of expected.rows) {
    const key = row.cells[0] ?? '';
    const other = rows.get(key);
    rows.delete(key);
    if (other)
      compareCells(comparison, row, other, {
        pairs: [
          [0, 0],
          [1, 1],
        ],
        path: key,
        keys: [undefined, key],
      });
    else reportAbsent(comparison, row);
  }
  if (expected.rows.some(isElided)) return;
  for (const [key, row] of rows) {
    reportExtra(comparison, key, `The table has a key "${key}" that the example does not show.`, row);
  }
}

const isElided = (row: TableRow | undefined): boolean =>
  row?.cells.length === 1 && isElision(row.cells[0] ?? '');

function reportAbsent(comparison: ComparisonState, row: TableRow): void {
  if (isElided(row)) {
    showRow(comparison, 'accepted', row, 'elision');
    return;
  }
  const message = `The table lacks this row of the example: ${quoteText(row.cells.join(' | '))}.`;
  comparison.differ({ kind: 'missing', path: `line ${row.line}`, line: row.line, message });
  showRow(comparison, 'expected', row, 'missing');
}

function reportSurplus(comparison: ComparisonState, row: TableRow, outputRow: number): void {
  const message = `The table has a row that the example lacks: ${quoteText(row.cells.join(' | '))}.`;
  comparison.differ({ kind: 'unexpected', path: `output row ${outputRow}`, message });
  showRow(comparison, 'actual', row, 'not in the example');
}

function missingSection(comparison: ComparisonState, section: TableSection): void {
  const line = section.title?.line ?? section.header?.line ?? section.rows[0]?.line;
  const message = `The table lacks the part ${quoteText(section.title?.cells[0] ?? '')} of the example.`;
  comparison.differ({ kind: 'missing', path: `line ${line}`, line, message });
  for (const row of rowsOf(section)) showRow(comparison, 'expected', row);
}

/** The CLI prints no part for an empty list: one more part is a list that has elements now, or one more element. */
function extraSection(comparison: ComparisonState, section: TableSection, isKnown: boolean): void {
  if (comparison.mode === 'contains') return;
  const title = section.title?.cells[0] ?? '';
  const message = isKnown
    ? `The table has one more part ${quoteText(title)} than the example.`
    : `The table has a part ${quoteText(title)} that the example does not show.`;
  comparison.differ({ kind: 'unexpected', path: title, message });
  for (const row of rowsOf(section)) showRow(comparison, 'actual', row);
}

const rowsOf = (section: TableSection): TableRow[] =>
  [section.title, section.header, ...section.rows].filter((row) => !!row);

function reportExtra(comparison: ComparisonState, path: string, message: string, row?: TableRow): void {
  if (comparison.mode === 'exact') comparison.differ({ kind: 'unexpected', path, message });
  else if (comparison.mode !== 'contains') comparison.notice(path, message);
  if (row) showRow(comparison, comparison.mode === 'exact' ? 'actual' : 'extra', row, 'extra key');
}
