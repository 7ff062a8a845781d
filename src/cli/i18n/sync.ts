import { replaceFiles } from '../../files/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { syncSite } from '../../translation/index.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { orRefuse, type Selection, select } from './read.ts';

/** Writes all pages or, where one cannot be read or mended, those that can. */
export function sync(names: readonly string[], options: Selection & { check?: boolean }): Promise<number> {
  return orRefuse(() => {
    const { site, pairs } = select(names, options);
    const { files, mended, left, unreadable } = syncSite(pairs);
    const wrong = [...unreadable, ...left, ...(options.check ? mended : [])];
    if (wrong.length > 0) console.error(wrong.map(formatProblem).join('\n'));
    if (!options.check) {
      replaceFiles(site.root, files);
      for (const { file, line, message } of mended) console.log(`${file}:${line}  ${message}`);
    }
    const done = options.check ? 'to mend' : 'mended';
    const translations = pairs.filter(({ translation }) => translation !== undefined).length;
    console.log(
      mended.length + wrong.length === 0
        ? `${count(translations, 'translation')}: nothing to mend.`
        : `${count(mended.length, 'difference')} ${done} in ${count(files.size, 'file')}.`,
    );
    if (unreadable.length > 0) return USAGE_ERROR;
    return wrong.length > 0 ? PAGE_FAILED : PASSED;
  }, USAGE_ERROR);
}

export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
