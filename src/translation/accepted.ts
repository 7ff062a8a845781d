/** Headings that a translation says it was made from, and what their source said then. */
import type { TranslatedHeading, TranslationMark } from '../procedure/index.ts';
import { type HeadingComparison, headingVersion } from './compare-headings.ts';
import { type Outline, readOutline, type Section } from './outline.ts';
import { blobId, proseHash, proseKey } from './prose.ts';
import { scanPage } from './scan.ts';

/** Earlier texts of sources. */
export interface History {
  /** The text of a git blob; undefined when git does not have it. */
  readonly blob: (id: string) => string | undefined;
  /** Texts that a source has had, from the newest. */
  readonly versions: (sourceFile: string) => Iterable<string>;
}

/** The headings that a mark accepts; undefined where it names a version that is gone. */
export function acceptedHeadings(
  mark: TranslationMark,
  source: string,
  { blob }: Pick<History, 'blob'>,
): readonly TranslatedHeading[] | undefined {
  if ('headings' in mark) return mark.headings;
  const old = isSameProse(mark, source) ? source : blob(mark.source);
  return old === undefined ? undefined : scanPage(old).prose;
}

function isSameProse(mark: { readonly source: string; readonly prose: string }, source: string): boolean {
  if (mark.source === blobId(source)) return true;
  const read = readOutline(source, 'source.mdx');
  return 'outline' in read && proseHash(read.outline) === mark.prose;
}

/**
 * Finds the sections that were translated, as they were then: those that have not changed are the source's.
 *
 * @returns undefined where a section is in no earlier text
 */
export function translatedSections(
  source: Outline,
  accepted: readonly TranslatedHeading[],
  { changed, gone }: HeadingComparison,
  texts: Iterable<string>,
): Section[] | undefined {
  const names = new Set(changed.map(({ heading }) => heading));
  const kept = source.sections.filter(({ heading }) => !names.has(proseKey(heading)));
  const wanted = new Set([...accepted.filter(({ heading }) => names.has(heading)), ...gone]);
  const found: Section[] = [];
  for (const text of wanted.size > 0 ? texts : []) {
    const versions = new Set(scanPage(text).prose.map(headingVersion));
    const here = [...wanted].filter((one) => versions.has(headingVersion(one)));
    if (here.length === 0) continue;
    const read = readOutline(text, source.file);
    if ('problems' in read) continue;
    for (const one of here) {
      const section = read.outline.sections.find(({ heading }) => proseKey(heading) === one.heading);
      if (section) found.push(section);
      wanted.delete(one);
    }
    if (wanted.size === 0) break;
  }
  return wanted.size > 0 ? undefined : [...kept, ...found];
}
