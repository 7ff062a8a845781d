import practices from '@generated/tejun-practices/default/practices';
import type { Page } from '../procedure/index.ts';

/** Loads the pages of a practice, in their order and in the language that is shown, without starting a session. */
export async function pagesOfPractice(practice: string): Promise<readonly Page[]> {
  const load = practices[practice];
  if (!load) throw new Error(`There is no practice "${practice}".`);
  return (await load()).default.pages;
}
