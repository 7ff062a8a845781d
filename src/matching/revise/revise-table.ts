import { isElision } from '../../procedure/json/index.ts';
import { compareTables } from '../table/compare-tables.ts';
import { parseTable } from '../table/parse-table.ts';
import { trimmedLines } from '../text/trimmed-lines.ts';
import type { RevisionContext } from './types.ts';

/**
 * The table as it was printed, with the page's values where they may vary; undefined where the page leaves rows out.
 * Its widths follow from what is in it, so that it is drawn anew as a whole.
 */
export function reviseTable(
  body: string,
  printed: string,
  { comparison, publish }: RevisionContext,
): string | undefined {
  const [wanted, got] = [parseTable(body), parseTable(printed)];
  if (!wanted || !got || trimmedLines(body).some((line) => isElision(line.replaceAll('|', ' '))))
    return undefined;
  const attempt = comparison.attempt();
  compareTables(attempt, wanted, got);
  const kept = attempt.accepted
    .filter(({ expected, actual }) => actual.length >= expected.length && actual.length > 3)
    .sort((a, b) => b.actual.length - a.actual.length);
  return trimmedLines(printed.replace(/^(?:[ \t]*\r?\n)+/, ''))
    .map((line) => {
      const known = kept.reduce(
        (text, { expected, actual }) => text.replaceAll(actual, () => expected.padEnd(actual.length)),
        line,
      );
      return publish(known);
    })
    .join('\n');
}
