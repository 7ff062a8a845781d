import { compareTables } from '../table/compare-tables.ts';
import { parseTable } from '../table/parse-table.ts';
import { compareLines } from '../text/compare-text.ts';
import { saysNothing, trimmedLines, withoutFinalBreaks } from '../text/lines.ts';
import { describeOutput, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

/**
 * Compared line by line: trailing white space and trailing blank lines are no matter, other white space is,
 * except for the padding beside a value that may vary. `match=exact`: every character must be equal, only the
 * line breaks at the end are no matter.
 */
export const textFormat: Format = {
  name: 'text',
  recognises: ({ form }) => form === 'text',
  stream: 'stdout',
  exitCodes: () => [0],
  compare: (comparison, example, printed) => {
    const split = comparison.mode === 'exact' ? exactLines : trimmedLines;
    const isEmpty = saysNothing(example.body) && printed.trim() !== example.body.trim();
    compareLines(comparison, isEmpty ? [] : split(example.body), split(printed));
  },
};

const exactLines = (body: string): string[] => {
  const trimmed = withoutFinalBreaks(body);
  return trimmed === '' ? [] : trimmed.split('\n');
};

/** A `text result` that is a table (`--output table`): compared cell by cell, columns by their names. */
export const tableFormat: Format = {
  name: 'table',
  recognises: ({ body }) => parseTable(body) !== undefined,
  stream: 'stdout',
  exitCodes: () => [0],
  compare: (comparison, example, printed, actual) => {
    const wanted = parseTable(example.body);
    const got = parseTable(printed);
    if (wanted && got) return compareTables(comparison, wanted, got);
    const message = `The example is a table, but the output is not${describeOutput(printed, actual)}.`;
    comparison.differ({ kind: 'form', path: '', message });
    showReplaced(comparison, example.body, printed);
  },
};
