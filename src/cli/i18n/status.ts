import { formatProblem } from '../../procedure/index.ts';
import { siteStatus } from '../../translation/index.ts';
import { usesColor } from '../color.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { type Selection, select } from './read.ts';
import { statusText } from './status-text.ts';

interface StatusOptions extends Selection {
  readonly json?: boolean;
  readonly headings?: boolean;
}

/** `tejun i18n status`: prints the state of each translation. */
export function status(names: readonly string[], options: StatusOptions): number {
  const { site, pairs } = select(names, options);
  const { statuses, unreadable } = siteStatus(site, pairs);
  if (unreadable.length > 0) console.error(unreadable.map(formatProblem).join('\n'));
  const text = options.json
    ? JSON.stringify({ pages: statuses, unreadable }, null, 2)
    : statusText(site, statuses, { color: usesColor(process.stdout), headings: options.headings === true });
  console.log(text);
  return unreadable.length > 0 ? USAGE_ERROR : PASSED;
}
