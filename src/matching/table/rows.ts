import type { ComparisonState } from '../comparison.ts';
import { compareString, fixedWords, wordsOf } from '../values/index.ts';
import type { Columns } from './columns.ts';
import type { TableRow } from './types.ts';

/** Compares the cells of two rows that belong together. */
export function compareCells(
  comparison: ComparisonState,
  expected: TableRow,
  actual: TableRow,
  place: Pick<Columns, 'pairs' | 'keys'> & { readonly path: string },
): void {
  const notes = new Set<string>();
  let differs = false;
  comparison.spend(place.pairs.length);
  for (const [column, other] of place.pairs) {
    if (comparison.isSettled) return;
    const [wanted, got] = [expected.cells[column] ?? '', actual.cells[other] ?? ''];
    if (wanted === '' && got === '') continue;
    const outcome = compareString(comparison, wanted, got, {
      path: `${place.path}, column ${column + 1}`,
      key: place.keys[column],
      line: expected.line,
      whole: true,
    });
    if (outcome.kind !== 'same') notes.add(outcome.note);
    if (outcome.kind === 'differs') differs = true;
  }
  const note = [...notes].join(', ');
  if (differs) {
    showRow(comparison, 'expected', expected);
    showRow(comparison, 'actual', actual, note);
  } else if (notes.size > 0) showRow(comparison, 'accepted', actual, note);
  else showRow(comparison, 'same', actual);
}

/** Words to know a row by, each with its column. */
export const marksOfRow = (
  comparison: ComparisonState,
  { cells }: TableRow,
  side: 'expected' | 'actual',
  { pairs, keys }: Pick<Columns, 'pairs' | 'keys'>,
): readonly string[] =>
  pairs.flatMap(([column, other]) => {
    const words =
      side === 'actual'
        ? wordsOf(cells[other] ?? '')
        : fixedWords(comparison, cells[column] ?? '', { key: keys[column], whole: true });
    return words.map((word) => `${column} ${word}`);
  });

/** Shows a row without its padding: widths are no matter. */
export function showRow(
  comparison: ComparisonState,
  kind: 'same' | 'accepted' | 'expected' | 'actual' | 'extra',
  row: TableRow,
  note?: string,
): void {
  comparison.show(kind, `| ${row.cells.join(' | ')} |`, note);
}
