import { formatProblem } from '../../procedure/index.ts';
import { siteStatus } from '../../translation/index.ts';
import { usesColor } from '../color.ts';
import { PASSED, USAGE_ERROR } from '../exit-codes.ts';
import { orRefuse, type Selection, select } from './read.ts';
import { statusText } from './status-text.ts';

interface StatusOptions extends Selection {
  readonly json?: boolean;
  readonly headings?: boolean;
}

export function status(names: readonly string[], options: StatusOptions): Promise<number> {
  return orRefuse(() => {
    const { site, pairs } = select(names, options);
    const { statuses, unreadable } = siteStatus(site, pairs);
    if (unreadable.length > 0) console.error(unreadable.map(formatProblem).join('\n'));
    if (options.json) console.log(JSON.stringify({ pages: statuses, unreadable }, null, 2));
    else
      console.log(
        statusText(site, statuses, { color: usesColor(process.stdout), headings: options.headings === true }),
      );
    return unreadable.length > 0 ? USAGE_ERROR : PASSED;
  }, USAGE_ERROR);
}
