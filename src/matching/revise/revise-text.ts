import { isElision } from '../../procedure/json/index.ts';
import { compareTables } from '../table/compare-tables.ts';
import { parseTable } from '../table/parse-table.ts';
import { compareLine, isElidedLine, pairLines } from '../text/compare-text.ts';
import { trimmedLines, withoutFinalBreaks } from '../text/lines.ts';
import { mergeTexts } from './tokens.ts';
import type { RevisionContext } from './types.ts';

/** Lines that fit stay as the page has them; `match=exact` takes the output as it is. */
export function reviseLines(body: string, printed: string, context: RevisionContext): string {
  const { comparison } = context;
  if (comparison.mode === 'exact') return withoutFinalBreaks(printed).replace(/\r\n/g, '\n');
  return reviseEach(body, trimmedLines(body), trimmedLines(printed), context);
}

/** `expected`: the lines of `body` as they are compared, one for one, without blank ones at the end. */
function reviseEach(
  body: string,
  expected: readonly string[],
  actual: readonly string[],
  { comparison, publish }: RevisionContext,
): string {
  const written = body.split('\n');
  const lines = pairLines(comparison, expected, actual).flatMap((pair) => {
    const wanted = pair.expected === undefined ? undefined : expected[pair.expected];
    const got = pair.actual === undefined ? undefined : actual[pair.actual];
    const asWritten = written[pair.expected ?? -1] ?? wanted ?? '';
    if (wanted === undefined) return [publish(got ?? '')];
    if (got === undefined) return isElidedLine(comparison, wanted) ? [asWritten] : [];
    const line = (pair.expected ?? 0) + 1;
    const attempt = comparison.attempt();
    compareLine(attempt, wanted, got, line);
    if (!attempt.failed) {
      comparison.absorb(attempt);
      return [asWritten];
    }
    const place = { path: `line ${line}`, line, whole: false, flexibleSpaces: true };
    return [mergeTexts(comparison, wanted, got, place, publish)];
  });
  return lines.join('\n');
}

/** Decoration of an error by CLI versions: the page's own stays as it is. */
const PREFIX = /^aws: \[ERROR\]: /;
const RETRIES = / \(reached max retries: \d+\)(?=: )/;
const DETAILS = /^Additional error details:/;

/** An error of a service or of the CLI, whose message is stale. */
export function reviseError(body: string, printed: string, context: RevisionContext): string {
  const leading = /^(?:[ \t]*\n)*/.exec(body)?.[0] ?? '';
  const own = body.slice(leading.length);
  const prefix = PREFIX.exec(own)?.[0] ?? '';
  const rest = own.slice(prefix.length);
  const [first = '', ...others] = trimmedLines(printed.replace(/^\s*\n/, '').trimStart());
  const details = DETAILS.test(rest) ? -1 : others.findIndex((line) => DETAILS.test(line));
  const kept = details < 0 ? others : trimmedLines(others.slice(0, details).join('\n'));
  const wanted = trimmedLines(rest);
  const retries = RETRIES.exec(wanted[0] ?? '')?.[0] ?? '';
  const head = first
    .replace(PREFIX, '')
    .replace(RETRIES, '')
    .replace(' operation: ', () => ` operation${retries}: `);
  return leading + prefix + reviseEach(rest, wanted, [head, ...kept], context);
}

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
