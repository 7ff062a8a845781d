import type { Problem } from '../procedure/types.ts';
import { at, orphan } from './pair-problems.ts';
import { blobId } from './prose.ts';
import { scanPage } from './scan.ts';
import type { Freshness, HeadingStatus, PagePair, PageStatus } from './types.ts';

/** Finds the state of a translation without parsing: most are fresh and agree. Undefined where pages must be parsed. */
export function quickStatus(pair: PagePair): PageStatus | undefined {
  const { source, translation } = pair;
  if (source === undefined) return orphanStatus(pair);
  if (translation === undefined) {
    const headings = scanPage(source).headings.map((heading) => headingStatus(heading, undefined, 'missing'));
    return statusOf(pair, 'missing', headings);
  }
  const [theirs, ours] = [scanPage(source), scanPage(translation)];
  if (theirs.signature !== ours.signature || ours.mark?.source !== blobId(source)) return undefined;
  const headings = theirs.headings.map((heading, index) =>
    headingStatus(heading, ours.headings[index], 'fresh'),
  );
  return statusOf(pair, 'fresh', headings);
}

export const statusOf = (
  { id: page, locale, sourceFile, file }: PagePair,
  state: Freshness,
  headings: readonly HeadingStatus[],
  problems: readonly Problem[] = [],
): PageStatus => ({ page, locale, sourceFile, file, state, headings, problems });

export interface NamedHeading {
  readonly text: string;
  readonly anchor?: string;
}

export const headingStatus = (
  { text, anchor }: NamedHeading,
  translated: NamedHeading | undefined,
  state: Freshness,
): HeadingStatus => ({
  heading: text,
  ...(translated && { translated: translated.text }),
  ...(anchor && { anchor }),
  state,
});

function orphanStatus(pair: PagePair): PageStatus {
  const { headings } = scanPage(pair.translation ?? '');
  return statusOf(
    pair,
    'orphan',
    headings.map((heading) => headingStatus(heading, heading, 'orphan')),
    [at(pair.file, { line: 1, column: 1 }, orphan(pair.sourceFile))],
  );
}
