import { resolve } from 'node:path';
import { counted, say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { checkSite, checkTranslations, type PagePair, type Site } from '../../translation/index.ts';
import { annotate, annotatingUnreadable } from '../annotate.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';

interface CheckOptions extends PageSelection {
  readonly json?: boolean;
}

/** Reports what must not be merged. A stale page may be; a command that differs may not. */
export const check = (names: readonly string[], options: CheckOptions): Promise<number> =>
  annotatingUnreadable(resolve(options.root), () => checkPages(names, options));

async function checkPages(names: readonly string[], options: CheckOptions): Promise<number> {
  const { json } = options;
  const { site, pairs } = selectTranslations(names, options);
  const isWhole = names.length === 0 && options.locale === undefined;
  const { problems, unreadable } = isWhole ? await checkSite(site) : checkTranslations({ ...site, pairs });
  const all = [...unreadable, ...problems];
  if (!json) annotate(all, resolve(site.root));
  if (json) console.log(JSON.stringify({ problems, unreadable }, null, 2));
  else if (all.length > 0)
    console.error(`${all.map(formatProblem).join('\n')}\n\n${say`${counted(all.length, 'problem')}.`}`);
  if (unreadable.length > 0) return USAGE_ERROR;
  if (problems.length > 0) return PAGE_FAILED;
  if (!json) console.log(summary(site, pairs));
  return PASSED;
}

function summary({ locales }: Site, pairs: readonly PagePair[]): string {
  const translations = pairs.filter(({ translation }) => translation !== undefined).length;
  return say`${counted(translations, 'translation')} in ${counted(locales.translations.length, 'language')}: every command and text is in its place.`;
}
