import { formatProblem } from '../../procedure/index.ts';
import { siteStatus } from '../../translation/index.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { parseCacheOf } from '../parse-cache.ts';
import { usesColor } from '../terminal.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';
import { statusText } from './status-text.ts';

interface StatusOptions extends PageSelection {
  readonly json?: boolean;
  readonly headings?: boolean;
  /** `false`: parse every page that must be parsed, and keep nothing on the disk. */
  readonly cache: boolean;
}

/** `tejun i18n status`: prints the state of each translation. */
export async function status(names: readonly string[], options: StatusOptions): Promise<number> {
  const { site, pairs } = selectTranslations(names, options);
  const cache = parseCacheOf(site.root, 'translations', options.cache);
  const { statuses, unreadable } = await siteStatus(site, pairs, cache);
  if (unreadable.length > 0) console.error(unreadable.map(formatProblem).join('\n'));
  if (pairs.length === site.pairs.length && names.length === 0) cache?.sweep();
  // A translation that cannot be read is there: to begin one is no advice.
  const hasText = statuses.length > 0 || unreadable.length === 0;
  const style = { color: usesColor(process.stdout), headings: options.headings === true };
  if (options.json) console.log(JSON.stringify({ pages: statuses, unreadable }, null, 2));
  else if (hasText) console.log(statusText(site, statuses, style));
  return unreadable.length > 0 ? USAGE_ERROR : PASSED;
}
