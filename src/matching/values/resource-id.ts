import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import { isMaskedId, masked, RESOURCE_DIGITS, WORD_END } from './shapes.ts';
import type { ValuePattern } from './types.ts';

/**
 * Prefixes that once had 8 hexadecimal digits (EC2 User Guide, "Resource IDs"; EFS for fs). Only these are
 * taken as ids at that length: `build-20211220` is a name.
 */
const SHORT = [
  ...[
    'acl',
    'aclassoc',
    'aki',
    'ami',
    'ari',
    'bun',
    'cgw',
    'dopt',
    'eipalloc',
    'eipassoc',
    'eni',
    'eni-attach',
  ],
  ...[
    'export-i',
    'fl',
    'fs',
    'fsmt',
    'i',
    'igw',
    'import-ami',
    'import-i',
    'import-snap',
    'import-vol',
    'pcx',
    'pl',
  ],
  ...[
    'r',
    'rtb',
    'rtbassoc',
    'sg',
    'snap',
    'subnet',
    'subnet-cidr-assoc',
    'vgw',
    'vol',
    'vpc',
    'vpc-cidr-assoc',
  ],
  ...['vpce', 'vpn'],
].join('|');
const ANY = '[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*?';
/** `-` before it would make it a part of a longer name. */
const START = '(?<![A-Za-z0-9-])';
/** Digits that are left before or behind a mask. */
const PARTLY = ['x', 'X', '\\*', '#'].map((sign) => `[0-9a-f]{0,6}${sign}{3,}[0-9a-f]{0,6}`).join('|');
const prefixOf = (example: string): string => example.slice(0, example.lastIndexOf('-') + 1);

/** `vpc-`, `vpc-cidr-assoc-`... and 8 or 17 hexadecimal digits, masked or in the documentation's `...EXAMPLE` form. */
export const resourceIdPattern: ValuePattern = {
  type: 'resource-id',
  needs: ['-'],
  finds: new RegExp(
    `${START}(?:${ANY}-[0-9a-f]{17}|${ANY}-[0-9a-f]+EXAMPLE[0-9a-f]*|${ANY}-(?=[a-f]*\\d)[0-9a-f]+(?:example|xmpl)[0-9a-f]*|${ANY}-exampleid[0-9a-f]{6,}|${ANY}-(?=[a-z0-9]{17}${WORD_END})(?:\\d{7,10}abcdefg|abcdefg\\d{10})|(?:${SHORT})-(?:EXAMPLE|[0-9a-f]{8}|[0-9a-f]{3,4}examp?|${masked('{4,17}')}|${PARTLY}))${WORD_END}`,
    'g',
  ),
  shape: (example) => {
    const prefix = prefixOf(example);
    // The documentation's own spelling tells the length that a service's ids may have besides.
    const own = /exam|xmpl|x{3}|X{3}|#{3}/.test(example)
      ? `|[0-9a-z]{${example.length - prefix.length}}`
      : '';
    return `${escapeRegExp(prefix)}(?:${RESOURCE_DIGITS}${own})`;
  },
  binds: (example) => !isMaskedId(example) && !/x{3}|X{3}|\*{3}|#{3}/.test(example),
  describe: (example) => `a resource id (${prefixOf(example)} and 8 or 17 hexadecimal digits)`,
};
