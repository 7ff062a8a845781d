import { formatProblem } from '../../procedure/index.ts';
import { checkSite, readSite } from '../../translation/index.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { count } from './sync.ts';

/** Reports what must not be merged. A stale page may be; a command that differs may not. */
export async function check({ root, json }: { root: string; json?: boolean }): Promise<number> {
  const { problems, unreadable } = await checkSite(root);
  const all = [...unreadable, ...problems];
  if (json) console.log(JSON.stringify({ problems, unreadable }, null, 2));
  else if (all.length > 0)
    console.error(`${all.map(formatProblem).join('\n')}\n\n${count(all.length, 'problem')}.`);
  if (unreadable.length > 0) return USAGE_ERROR;
  if (problems.length > 0) return PAGE_FAILED;
  if (!json) console.log(summary(root));
  return PASSED;
}

function summary(root: string): string {
  const { locales, pairs } = readSite(root);
  const translations = pairs.filter(({ translation }) => translation !== undefined).length;
  return `${count(translations, 'translation')} in ${count(locales.translations.length, 'language')}: every command and text is in its place.`;
}
