import type { Problem } from '../procedure/index.ts';
import { blobId } from './blob.ts';
import { proseChanges } from './changes.ts';
import { type Outline, readOutline, type Section } from './outline.ts';
import { pairSections, type SectionPairs } from './pair.ts';
import { at, orphan } from './problems.ts';
import { proseHash } from './prose.ts';
import { scanPage } from './scan.ts';
import { syncPage } from './sync.ts';
import type { Freshness, HeadingStatus, PagePair, PageStatus, ProseChange } from './types.ts';

export interface StatusOptions {
  /** The text of a git blob; undefined when git does not have it. */
  readonly oldSource: (id: string) => string | undefined;
  /** The language of the sources. */
  readonly sourceLocale: string;
}

/** Known, or why the page cannot be judged. */
export type StatusReading = { readonly status: PageStatus } | { readonly unreadable: readonly Problem[] };

/** How a translation stands to its source. */
export function pageStatus(pair: PagePair, options: StatusOptions): StatusReading {
  const { source, translation } = pair;
  if (source === undefined) return { status: orphanStatus(pair) };
  if (translation === undefined) {
    const headings = scanPage(source).headings.map((heading) => headingStatus(heading, undefined, 'missing'));
    return { status: statusOf(pair, 'missing', headings) };
  }
  const quick = quickStatus(pair, source, translation);
  return quick ? { status: quick } : readStatus(pair, source, translation, options);
}

const statusOf = (
  { page, locale, sourceFile, file }: PagePair,
  state: Freshness,
  headings: readonly HeadingStatus[],
  problems: readonly Problem[] = [],
): PageStatus => ({ page, locale, sourceFile, file, state, headings, problems });

interface NamedHeading {
  readonly text: string;
  readonly anchor?: string;
}

const headingStatus = (
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

/** Most pages are fresh and agree; that can be seen without parsing them. */
function quickStatus(pair: PagePair, source: string, translation: string): PageStatus | undefined {
  const [theirs, ours] = [scanPage(source), scanPage(translation)];
  if (theirs.signature !== ours.signature || ours.mark?.source !== blobId(source)) return undefined;
  const headings = theirs.headings.map((heading, index) =>
    headingStatus(heading, ours.headings[index], 'fresh'),
  );
  return statusOf(pair, 'fresh', headings);
}

function readStatus(
  pair: PagePair,
  source: string,
  translation: string,
  options: StatusOptions,
): StatusReading {
  const read = readOutline(source, pair.sourceFile);
  const own = readOutline(translation, pair.file);
  if ('problems' in read || 'problems' in own) {
    return { unreadable: [read, own].flatMap((one) => ('problems' in one ? one.problems : [])) };
  }
  const { mended, left } = syncPage(read.outline, own.outline);
  const { state, changes } = freshness(read.outline, own.outline, source, options);
  const headings = headingStates(pairSections(read.outline.sections, own.outline.sections), state, changes);
  const status = statusOf(pair, state, headings, [...left, ...mended]);
  return { status: changes ? { ...status, changes } : status };
}

function freshness(
  source: Outline,
  { frontMatter: { translation: mark } }: Outline,
  text: string,
  { oldSource, sourceLocale }: StatusOptions,
): { state: Freshness; changes?: ProseChange[] } {
  if (!mark) return { state: 'untracked' };
  if (mark.source === blobId(text) || mark.prose === proseHash(source)) return { state: 'fresh' };
  const oldText = oldSource(mark.source);
  const old = oldText === undefined ? undefined : readOutline(oldText, source.file);
  if (!old || 'problems' in old) return { state: 'stale' };
  // How prose is hashed may have changed since.
  const changes = proseChanges(old.outline, source, sourceLocale);
  return changes.length === 0 ? { state: 'fresh' } : { state: 'stale', changes };
}

/** Of a stale page whose old source is gone, every heading may be stale. */
function headingStates(
  { pairs, rest }: SectionPairs,
  page: Freshness,
  changes: readonly ProseChange[] | undefined,
): HeadingStatus[] {
  const isChanged = ({ heading }: Section): boolean =>
    !changes ||
    changes.some(
      (one) => one.kind !== 'removed' && one.heading === heading?.text && one.anchor === heading.anchor,
    );
  const ofSource = pairs.flatMap(({ source, translation }) => {
    if (!source.heading) return [];
    const state = !translation ? 'missing' : page === 'stale' && !isChanged(source) ? 'fresh' : page;
    return [headingStatus(source.heading, translation?.heading, state)];
  });
  const ofTranslation = rest.flatMap(({ heading }) =>
    heading ? [headingStatus(heading, heading, 'orphan')] : [],
  );
  return [...ofSource, ...ofTranslation];
}
