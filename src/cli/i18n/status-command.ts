import { say } from '../../language/index.ts';
import { formatProblem } from '../../procedure/index.ts';
import { UsageError } from '../../project/index.ts';
import { outdatedSince, type PageStatus, type Site, siteStatus } from '../../translation/index.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { parseCacheOf } from '../parse-cache.ts';
import { usesColor } from '../terminal.ts';
import { oneLocale } from './one-locale.ts';
import { outdatedAnnotations, outdatedText, translationBadge } from './outdated-text.ts';
import { type PageSelection, selectTranslations } from './select-translations.ts';
import { statusText } from './status-text.ts';

/** Forms in which the states are told. */
type StatusReporter = 'default' | 'json' | 'github' | 'badge';

interface StatusOptions extends PageSelection {
  readonly json?: boolean;
  readonly reporter: StatusReporter;
  /** Only what changes since this revision of git have put out of date. */
  readonly base?: string;
  readonly headings?: boolean;
  /** `false`: parse every page that must be parsed, and keep nothing on the disk. */
  readonly cache: boolean;
}

/** `tejun i18n status`: prints the state of each translation. */
export async function status(names: readonly string[], options: StatusOptions): Promise<number> {
  const { base, reporter } = options;
  const { site, pairs } = selectTranslations(names, options);
  const cache = parseCacheOf(site.root, 'translations', options.cache);
  const { statuses, unreadable } = await siteStatus(site, pairs, cache);
  if (unreadable.length > 0) console.error(unreadable.map(formatProblem).join('\n'));
  if (pairs.length === site.pairs.length && names.length === 0) cache?.sweep();
  if (reporter === 'github' && base === undefined)
    throw new UsageError(
      say`--reporter github annotates what a change puts out of date: add --base and a revision.`,
    );
  // A translation that cannot be read is there: to begin one is no advice.
  const hasText = statuses.length > 0 || unreadable.length === 0;
  const style = { color: usesColor(process.stdout), headings: options.headings === true };
  if (base !== undefined) console.log(sinceText(site, statuses, base, options));
  else if (options.json || reporter === 'json')
    console.log(JSON.stringify({ pages: statuses, unreadable }, null, 2));
  else if (reporter === 'badge') {
    const locale = oneLocale(site, options.locale);
    const own = statuses.filter((one) => one.locale === locale);
    console.log(
      translationBadge(
        site,
        locale,
        own.map(({ state }) => state),
      ),
    );
  } else if (hasText) console.log(statusText(site, statuses, style));
  return unreadable.length > 0 ? USAGE_ERROR : PASSED;
}

function sinceText(
  site: Site,
  statuses: readonly PageStatus[],
  base: string,
  { json, reporter }: StatusOptions,
): string {
  const outdated = outdatedSince(site, statuses, base);
  if (json || reporter === 'json') return JSON.stringify({ base, outdated }, null, 2);
  return reporter === 'github' ? outdatedAnnotations(site, outdated) : outdatedText(site, outdated, base);
}
