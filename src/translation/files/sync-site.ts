import type { Problem } from '../../procedure/index.ts';
import type { FileChange } from '../../project/index.ts';
import { readOutline } from '../outline.ts';
import { orphanProblemsIn } from '../renamed.ts';
import { syncPage } from '../sync.ts';
import type { PagePair } from '../types.ts';
import type { Site } from './site.ts';
import { stringProblems, UnreadableStrings, usedStrings } from './strings.ts';

export interface SiteSync {
  /** Of the pages that change. */
  readonly changes: readonly FileChange[];
  readonly fixed: readonly Problem[];
  readonly left: readonly Problem[];
  readonly unreadable: readonly Problem[];
}

/** Computes the result of syncing pages; writes nothing. */
export function syncSite(pairs: readonly PagePair[]): SiteSync {
  const changes: FileChange[] = [];
  const [fixed, left, unreadable]: [Problem[], Problem[], Problem[]] = [[], [], []];
  for (const { source, translation, sourceFile, file } of pairs) {
    if (source === undefined || translation === undefined) continue;
    const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
    for (const reading of [theirs, ours]) if ('problems' in reading) unreadable.push(...reading.problems);
    if ('problems' in theirs || 'problems' in ours) continue;
    const result = syncPage(theirs.outline, ours.outline);
    if (result.text !== translation) changes.push({ file, before: translation, after: result.text });
    fixed.push(...result.fixed);
    left.push(...result.left);
  }
  return { changes, fixed, left, unreadable };
}

export interface SiteCheck {
  /** Orphans, commands and settings that differ, texts of the site that are missing or unused. */
  readonly problems: readonly Problem[];
  readonly unreadable: readonly Problem[];
}

/** Finds what must not be published. Every page is parsed in full. */
export async function checkSite(site: Site): Promise<SiteCheck> {
  const pages = checkTranslations(site);
  try {
    const strings = stringProblems(site, await usedStrings(site.root));
    return { problems: [...pages.problems, ...strings], unreadable: pages.unreadable };
  } catch (error) {
    if (!(error instanceof UnreadableStrings)) throw error;
    return { problems: pages.problems, unreadable: [...pages.unreadable, error.problem] };
  }
}

/** The part of it that is about pages; `locale`: of that language only. */
export function checkTranslations({ pairs }: Site, locale?: string): SiteCheck {
  const chosen = pairs.filter((pair) => locale === undefined || pair.locale === locale);
  const { fixed, left, unreadable } = syncSite(chosen);
  const orphans = chosen.filter(({ source }) => source === undefined).map(orphanProblemsIn(pairs));
  return { problems: [...orphans, ...left, ...fixed], unreadable };
}
