import { counted, say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { changeFiles } from '../../project/index.ts';
import { syncSite } from '../../translation/index.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';

/** `tejun i18n sync`: updates all translations or, where some cannot be read or fixed, the others. */
export function sync(names: readonly string[], options: PageSelection & { check?: boolean }): number {
  const { site, pairs } = selectTranslations(names, options);
  const { changes, fixed, left, unreadable } = syncSite(pairs);
  const wrong = [...unreadable, ...left, ...(options.check ? fixed : [])];
  if (wrong.length > 0) console.error(wrong.map(formatProblem).join('\n'));
  if (!options.check) {
    changeFiles(site.root, changes);
    for (const { file, line, message } of fixed) console.log(`${file}:${line}  ${message}`);
  }
  const translations = pairs.filter(({ translation }) => translation !== undefined).length;
  console.log(
    fixed.length + wrong.length === 0
      ? say`${counted(translations, 'translation')}: nothing to fix.`
      : options.check
        ? say`${counted(fixed.length, 'difference')} to fix in ${counted(changes.length, 'file')}.`
        : say`${counted(fixed.length, 'difference')} fixed in ${counted(changes.length, 'file')}.`,
  );
  if (unreadable.length > 0) return USAGE_ERROR;
  return wrong.length > 0 ? PAGE_FAILED : PASSED;
}
