import type { TranslatedHeading } from '../procedure/index.ts';
import { applyEdits } from './edits.ts';
import { openPair, translationOf } from './open-pair.ts';
import { blobId } from './prose.ts';
import { scanPage } from './scan.ts';
import { markEdit } from './settings.ts';
import type { PagePair } from './types.ts';

/**
 * Marks what a program has translated as such, heading by heading: it is never fresh until a person accepts it. What has
 * become stale stays stale.
 *
 * @param pair with the texts of the program in its translation
 * @param headings below which the program has written
 */
export function markMachine(pair: PagePair, headings: ReadonlySet<string>, sourceLocale: string): string {
  const { source = '', translation = '' } = pair;
  const reading = openPair(pair, sourceLocale);
  if ('problems' in reading) return translation;
  const { translation: outline, units } = reading.open;
  const open = new Set(units.flatMap((unit) => (translationOf(unit) === undefined ? [unit.heading] : [])));
  const now = scanPage(source).prose;
  const accepted = acceptedIn(pair, now);
  const marks = now.flatMap((heading): TranslatedHeading[] => {
    const name = heading.heading;
    const before = accepted.find((one) => one.heading === name);
    const isChanged = before && before.prose !== heading.prose;
    if (isChanged || (before && !headings.has(name))) return [before];
    return before || !open.has(name) ? [{ ...heading, isMachine: true }] : [];
  });
  const names = new Set(now.map(({ heading }) => heading));
  const gone = accepted.filter(({ heading }) => !names.has(heading));
  return applyEdits(translation, [markEdit(outline, [...marks, ...gone])]);
}

/** The hash of no text. */
const UNKNOWN = '0'.repeat(16);

/** Headings that have been accepted; all of a page that is fresh by the mark of 0.2.0. */
function acceptedIn({ source = '', translation = '' }: PagePair, now: readonly TranslatedHeading[]) {
  const { mark } = scanPage(translation);
  if (!mark) return [];
  if ('headings' in mark) return mark.headings;
  return mark.source === blobId(source) ? now : now.map((one) => ({ ...one, prose: UNKNOWN }));
}
