import type { TableSection } from './types.ts';

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
