import { say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { changeFiles, ownCommand, UsageError } from '../../project/index.ts';
import { acceptPage } from '../../translation/index.ts';
import { PASSED } from '../exit-codes.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';

/** `tejun i18n accept`: marks translations as reviewed. All of them, or none. */
export function accept(names: readonly string[], options: PageSelection): number {
  if (names.length === 0)
    throw new UsageError(say`Name the pages that you have reviewed: ${ownCommand('i18n accept <page>')}.`);
  const { site, pairs } = selectTranslations(names, options);
  const chosen = pairs.filter(({ translation }) => translation !== undefined);
  if (chosen.length === 0) throw new UsageError(say`None of these pages is translated: ${names.join(', ')}.`);
  const locales = [...new Set(chosen.map(({ locale }) => locale))];
  if (locales.length > 1)
    throw new UsageError(
      say`More than one language is meant (${locales.join(', ')}): add --locale ${locales[0]}.`,
    );
  const results = chosen.map((pair) => acceptPage(pair, site.locales.source));
  const problems = results.flatMap((result) => ('problems' in result ? result.problems : []));
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join('\n'));
  const changes = results.flatMap((result) => ('change' in result ? [result.change] : []));
  changeFiles(site.root, changes);
  for (const { file } of changes) console.log(`${file}  fresh`);
  return PASSED;
}
