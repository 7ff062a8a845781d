import { compareLine, isElidedLine, pairLines } from '../text/compare-text.ts';
import { trimmedLines, withoutFinalBreaks } from '../text/trimmed-lines.ts';
import { mergeTexts } from './tokens.ts';
import type { RevisionContext } from './types.ts';

/** Lines that fit stay as the page has them; `match=exact` takes the output as it is. */
export function reviseLines(body: string, printed: string, context: RevisionContext): string {
  const { comparison } = context;
  if (comparison.mode === 'exact') return withoutFinalBreaks(printed).replace(/\r\n/g, '\n');
  return reviseEach(body, trimmedLines(body), trimmedLines(printed), context);
}

/** `expected`: the lines of `body` as they are compared, one for one, without blank ones at the end. */
export function reviseEach(
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
