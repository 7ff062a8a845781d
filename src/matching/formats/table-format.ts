import { compareTables } from '../table/compare-tables.ts';
import { parseTable } from '../table/parse-table.ts';
import { describeOutput, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

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
