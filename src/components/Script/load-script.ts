import { variablesOf } from '../../session/local-storage.ts';
import { pagesOfPractice } from '../../session/practice-pages.ts';
import type { PageInfo } from '../../session/types.ts';
import { writeScript } from './write-script.ts';

/** Loads pages of a course and writes those that are named as one script, in the order in which they are practised. */
export async function loadScript(
  title: string,
  wanted: readonly string[],
  infos: Readonly<Record<string, PageInfo | undefined>>,
): Promise<string> {
  const practices = [...new Set(wanted.flatMap((id) => infos[id]?.practice ?? []))];
  const filled = await Promise.all(
    practices.map(async (practice) => {
      const pages = await pagesOfPractice(practice);
      const values = variablesOf(practice).get();
      return pages.map((page) => ({ page, values }));
    }),
  );
  return writeScript(
    title,
    filled.flat().filter(({ page }) => wanted.includes(page.id)),
  );
}
