import type { Problem, TranslationMark } from '../procedure/index.ts';
import { acceptedHeadings, type History, translatedSections } from './accepted.ts';
import { proseChanges } from './changes.ts';
import { compareHeadings } from './compare-headings.ts';
import { readOutline } from './outline.ts';
import { pairSections, type SectionPairs } from './pair-sections.ts';
import { proseKey } from './prose.ts';
import { headingStatus, statusOf } from './quick-status.ts';
import { type Scan, scanPage } from './scan.ts';
import { syncPage } from './sync.ts';
import type {
  Freshness,
  HeadingStatus,
  PagePair,
  PageStatus,
  ProseChange,
  UntranslatedLine,
} from './types.ts';
import { untranslatedLines, withoutAllowed } from './untranslated.ts';

export interface StatusOptions {
  readonly history: History;
  /** The language of the sources. */
  readonly sourceLocale: string;
}

/** Known, or why the page cannot be judged. */
export type StatusReading = { readonly status: PageStatus } | { readonly unreadable: readonly Problem[] };

/** Finds the state of a translation that `quickStatus` cannot tell: both pages are there. */
export function parsedStatus(pair: PagePair, options: StatusOptions): StatusReading {
  const [theirs, ours] = [scanPage(pair.source ?? ''), scanPage(pair.translation ?? '')];
  const lines = untranslatedLines(theirs, ours, { sourceLocale: options.sourceLocale, locale: pair.locale });
  // Allowances of lines are in the front matter, which only the parser reads.
  if (theirs.signature !== ours.signature || !ours.mark || lines.length > 0)
    return readStatus(pair, { theirs, lines }, options);
  const change = changeSince(pair, theirs, ours.mark, options);
  const headings = theirs.headings.map((heading, index) =>
    headingStatus(heading, ours.headings[index], change.stateOf(proseKey(heading))),
  );
  return { status: withChanges(statusOf(pair, change.state, headings), change) };
}

/** Findings of a scan. */
interface Scanned {
  readonly theirs: Scan;
  /** Lines of the source in the translation. */
  readonly lines: readonly UntranslatedLine[];
}

function readStatus(pair: PagePair, { theirs, lines }: Scanned, options: StatusOptions): StatusReading {
  const read = readOutline(pair.source ?? '', pair.sourceFile);
  const own = readOutline(pair.translation ?? '', pair.file);
  if ('problems' in read || 'problems' in own) {
    return { unreadable: [read, own].flatMap((one) => ('problems' in one ? one.problems : [])) };
  }
  const { fixed, left } = syncPage(read.outline, own.outline);
  const change = changeSince(pair, theirs, own.outline.frontMatter.translation, options);
  const headings = headingStates(pairSections(read.outline.sections, own.outline.sections), change);
  const untranslated = withoutAllowed(lines, own.outline.frontMatter.allow);
  const isDone = change.state === 'fresh' || change.state === 'machine';
  const state = untranslated.length > 0 && isDone ? 'untranslated' : change.state;
  const status = withChanges(statusOf(pair, state, headings, [...left, ...fixed]), change);
  return { status: untranslated.length > 0 ? { ...status, untranslated } : status };
}

/** How a page has fared since it was translated. */
interface Change {
  readonly state: Freshness;
  /** Of the heading with this name. */
  readonly stateOf: (heading: string) => Freshness;
  /** Unknown of a stale page whose old source is gone. */
  readonly changes?: readonly ProseChange[];
}

const withChanges = (status: PageStatus, { changes }: Change): PageStatus =>
  changes ? { ...status, changes } : status;

const everywhere = (state: Freshness): Change => ({ state, stateOf: () => state });

function changeSince(
  { source = '', sourceFile }: PagePair,
  { prose }: Scan,
  mark: TranslationMark | undefined,
  { history, sourceLocale }: StatusOptions,
): Change {
  if (!mark) return everywhere('untracked');
  const accepted = acceptedHeadings(mark, source, history);
  if (!accepted) return everywhere('stale');
  const comparison = compareHeadings(prose, accepted);
  const isOfMachine = new Set(accepted.flatMap(({ heading, isMachine }) => (isMachine ? [heading] : [])));
  const rest = isOfMachine.size > 0 ? 'machine' : 'fresh';
  const calm: Change = {
    state: rest,
    stateOf: (heading) => (isOfMachine.has(heading) ? 'machine' : 'fresh'),
  };
  if (comparison.changed.length + comparison.gone.length === 0) return calm;
  const names = new Set(comparison.changed.map(({ heading }) => heading));
  const stale: Change = {
    ...calm,
    state: 'stale',
    stateOf: (name) => (names.has(name) ? 'stale' : calm.stateOf(name)),
  };
  const read = readOutline(source, sourceFile);
  if ('problems' in read) return stale;
  const texts = 'headings' in mark ? history.versions(sourceFile) : oneOf(history.blob(mark.source));
  const sections = translatedSections(read.outline, accepted, comparison, texts);
  if (!sections) return stale;
  // How prose is hashed may have changed since.
  const changes = proseChanges(sections, read.outline, sourceLocale);
  return changes.length === 0 ? calm : { ...stale, changes };
}

const oneOf = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

function headingStates({ pairs, rest }: SectionPairs, change: Change): HeadingStatus[] {
  const ofSource = pairs.flatMap(({ source: { heading }, translation }) => {
    if (!heading) return [];
    const state = translation ? change.stateOf(proseKey(heading)) : 'missing';
    return [headingStatus(heading, translation?.heading, state)];
  });
  const ofTranslation = rest.flatMap(({ heading }) =>
    heading ? [headingStatus(heading, heading, 'orphan')] : [],
  );
  return [...ofSource, ...ofTranslation];
}
