import type { ComparisonState } from '../comparison.ts';
import { compareString, fixedWords, wordsOf } from '../values/index.ts';
import type { TableRow, TableSection } from './types.ts';

/** Which cells of the example's rows and the output's belong together. */
export interface Columns {
  /** Column of the example, column of the output. */
  readonly pairs: readonly (readonly [number, number])[];
  /** The name of each of the example's columns, where known: it says what its values are. */
  readonly keys: readonly (string | undefined)[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** True where each row is a key and its value. */
  readonly vertical: boolean;
}

/** Columns belong together by name, or by position where they have none. */
export function columnsOf(expected: TableSection, actual: TableSection): Columns {
  const names = expected.header?.cells;
  const others = actual.header?.cells;
  if (names && others) {
    const pairs = names.flatMap((name, index) => {
      const found = others.indexOf(name);
      return found === -1 ? [] : [[index, found] as const];
    });
    const missing = names.filter((name) => !others.includes(name));
    const extra = others.filter((name) => !names.includes(name));
    return { pairs, keys: names, missing, extra, vertical: false };
  }
  const width = Math.max(...[...expected.rows, ...actual.rows].map((row) => row.cells.length), 0);
  const pairs = Array.from({ length: width }, (_, index) => [index, index] as const);
  const vertical = !names && !others && isVertical(expected) && isVertical(actual);
  return { pairs, keys: names ?? [], missing: others ? [] : (names ?? []), extra: [], vertical };
}

/** The CLI prints a single item vertically, as rows of a member's name (`CidrBlock`) and its value. */
function isVertical({ rows }: TableSection): boolean {
  const full = rows.filter((row) => row.cells.length > 1);
  const keys = full.map((row) => row.cells[0] ?? '');
  return (
    full.length > 0 &&
    full.every((row) => row.cells.length === 2) &&
    new Set(keys).size === keys.length &&
    keys.every((key) => /^[A-Z][A-Za-z0-9]*$/.test(key))
  );
}

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
