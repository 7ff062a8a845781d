import type { Problem } from '../../procedure/index.ts';
import { at, orphan } from '../pair-problems.ts';
import { readSite, type Site } from './site.ts';
import { stringProblems, UnreadableStrings, usedStrings } from './strings.ts';
import { syncSite } from './sync-files.ts';

export interface SiteCheck {
  /** Orphans, commands and settings that differ, texts of the site that are missing or unused. */
  readonly problems: readonly Problem[];
  readonly unreadable: readonly Problem[];
}

/** Finds what must not be published. Every page is parsed in full. */
export async function checkSite(root: string): Promise<SiteCheck> {
  const site = readSite(root);
  const pages = checkTranslations(site);
  try {
    const strings = stringProblems(site, await usedStrings(root));
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
  const orphans = chosen
    .filter(({ source }) => source === undefined)
    .map(({ file, sourceFile }) => at(file, { line: 1, column: 1 }, orphan(sourceFile)));
  return { problems: [...orphans, ...left, ...fixed], unreadable };
}
