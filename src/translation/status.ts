import type { Problem, TranslationMark } from '../procedure/index.ts';
import { proseChanges } from './changes.ts';
import { type Outline, readOutline } from './outline.ts';
import { pairSections, type SectionPairs } from './pair.ts';
import { blobId, proseHash } from './prose.ts';
import { headingStatus, type NamedHeading, statusOf } from './quick-status.ts';
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

/** Finds, by parsing, the state of a translation that `quickStatus` cannot tell: both pages are there. */
export function parsedStatus(pair: PagePair, options: StatusOptions): StatusReading {
  const { source = '', translation = '' } = pair;
  const stale = staleStatus(pair, source, translation, options);
  return stale ? { status: stale } : readStatus(pair, source, translation, options);
}

/** Sees that a page is stale by parsing only its source, where code and settings of the pair agree. */
function staleStatus(
  pair: PagePair,
  source: string,
  translation: string,
  options: StatusOptions,
): PageStatus | undefined {
  const [theirs, ours] = [scanPage(source), scanPage(translation)];
  if (theirs.signature !== ours.signature || !ours.mark) return undefined;
  const read = readOutline(source, pair.sourceFile);
  if ('problems' in read) return undefined;
  const headings = read.outline.sections.flatMap(({ heading }) => heading ?? []);
  if (headings.length !== ours.headings.length) return undefined;
  const change = freshness(read.outline, ours.mark, source, options);
  const shown = headings.map((heading, index) =>
    headingStatus(heading, ours.headings[index], isChanged(heading, change) ? change.state : 'fresh'),
  );
  return withChanges(statusOf(pair, change.state, shown), change);
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
  const { fixed, left } = syncPage(read.outline, own.outline);
  const change = freshness(read.outline, own.outline.frontMatter.translation, source, options);
  const headings = headingStates(pairSections(read.outline.sections, own.outline.sections), change);
  return { status: withChanges(statusOf(pair, change.state, headings, [...left, ...fixed]), change) };
}

/** How a page has fared since it was translated. */
interface Change {
  readonly state: Freshness;
  /** Unknown of a stale page whose old source is gone. */
  readonly changes?: readonly ProseChange[];
}

const withChanges = (status: PageStatus, { changes }: Change): PageStatus =>
  changes ? { ...status, changes } : status;

function freshness(
  source: Outline,
  mark: TranslationMark | undefined,
  text: string,
  { oldSource, sourceLocale }: StatusOptions,
): Change {
  if (!mark) return { state: 'untracked' };
  if (mark.source === blobId(text) || mark.prose === proseHash(source)) return { state: 'fresh' };
  const oldText = oldSource(mark.source);
  const old = oldText === undefined ? undefined : readOutline(oldText, source.file);
  if (!old || 'problems' in old) return { state: 'stale' };
  // How prose is hashed may have changed since.
  const changes = proseChanges(old.outline, source, sourceLocale);
  return changes.length === 0 ? { state: 'fresh' } : { state: 'stale', changes };
}

function headingStates({ pairs, rest }: SectionPairs, change: Change): HeadingStatus[] {
  const ofSource = pairs.flatMap(({ source: { heading }, translation }) => {
    if (!heading) return [];
    const state = !translation ? 'missing' : isChanged(heading, change) ? change.state : 'fresh';
    return [headingStatus(heading, translation?.heading, state)];
  });
  const ofTranslation = rest.flatMap(({ heading }) =>
    heading ? [headingStatus(heading, heading, 'orphan')] : [],
  );
  return [...ofSource, ...ofTranslation];
}

/** Of a stale page whose old source is gone, every heading may have changed. */
function isChanged({ text, anchor }: NamedHeading, { state, changes }: Change): boolean {
  if (state !== 'stale' || !changes) return true;
  return changes.some((one) => one.kind !== 'removed' && one.heading === text && one.anchor === anchor);
}
