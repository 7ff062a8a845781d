import type { Problem, TranslationMark } from '../procedure/index.ts';
import { compareHeadings } from './compare-headings.ts';
import { blobId } from './prose.ts';
import { type Scan, scanPage } from './scan.ts';
import type { Freshness, HeadingStatus, PagePair, PageStatus } from './types.ts';
import { untranslatedLines } from './untranslated.ts';

/** Finds the state of a translation without parsing: most are fresh and agree. Undefined where pages must be parsed. */
export function quickStatus(pair: PagePair, sourceLocale: string): PageStatus | undefined {
  const { source, translation } = pair;
  if (source === undefined) return orphanStatus(pair);
  if (translation === undefined) {
    const headings = scanPage(source).headings.map((heading) => headingStatus(heading, undefined, 'missing'));
    return statusOf(pair, 'missing', headings);
  }
  const [theirs, ours] = [scanPage(source), scanPage(translation)];
  if (theirs.signature !== ours.signature || !isFresh(ours.mark, source, theirs)) return undefined;
  if (untranslatedLines(theirs, ours, { sourceLocale, locale: pair.locale }).length > 0) return undefined;
  const headings = theirs.headings.map((heading, index) =>
    headingStatus(heading, ours.headings[index], 'fresh'),
  );
  return statusOf(pair, 'fresh', headings);
}

function isFresh(mark: TranslationMark | undefined, source: string, { prose }: Scan): boolean {
  if (!mark) return false;
  if ('source' in mark) return mark.source === blobId(source);
  const { changed, gone } = compareHeadings(prose, mark.headings);
  return changed.length + gone.length === 0 && mark.headings.every(({ isMachine }) => !isMachine);
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

/** Its problem is told by who knows the other pages: its source may be one of them now. */
function orphanStatus(pair: PagePair): PageStatus {
  const { headings } = scanPage(pair.translation ?? '');
  return statusOf(
    pair,
    'orphan',
    headings.map((heading) => headingStatus(heading, heading, 'orphan')),
  );
}
