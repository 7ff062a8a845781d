import practices from '@generated/tejun-practices/default/practices';
import type { Page } from '../procedure/index.ts';

/** Returns what loads a practice. @throws Error where there is none */
export function loaderOf(practice: string) {
  const load = practices[practice];
  if (!load) throw new Error(`There is no practice "${practice}".`);
  return load;
}

/** Loads the pages of a practice, in their order and in the language that is shown, without starting a session. */
export const pagesOfPractice = async (practice: string): Promise<readonly Page[]> =>
  (await loaderOf(practice)()).default.pages;
