import { randomIdPattern } from './random-id.ts';
import { UUID_IN_SMALL_LETTERS } from './shapes.ts';
import type { ValuePattern } from './types.ts';

const ANY_SPELLING = '(?:EXAMPLE|Example|example|xmpl)';
/** `c53dbd42-This-Is-An-Example`, `ef66c259-64f9-EXAMPLE`: the beginning of an id, and words in the place of the rest. */
const CUT_BY_WORDS = `(?=[0-9a-z]*\\d)[0-9a-f]{6,40}(?:-[0-9a-z]{2,8}){0,4}-(?:[A-Za-z]{2,4}-){0,3}${ANY_SPELLING}`;
/** `7e9fd3091thisisanexamplethisisanexample1`: the same, without hyphens. */
const RUN_ON = '(?=[0-9a-z]*\\d)[0-9a-f]{4,}(?:thisisan?example[a-z]*)+\\d?';
/** `exampleorgid`, `examplerootid111`: words that say what the id is of. */
const NAMED = 'example[a-z]{0,16}id\\d*';
/** `d-EXAMPLE`, `dxpeer-EXAMPLE`: nothing but what tells the kind of the id. */
const KIND_ONLY = '[a-z]{1,12}-EXAMPLE';

/** Ids that AWS's documentation writes in words. Nobody has them: an output has an id of the service in their place. */
export const wordyIdPattern: ValuePattern = {
  ...randomIdPattern,
  needs: ['xample', 'EXAMPLE', 'xmpl'],
  finds: new RegExp(
    `(?<![A-Za-z0-9-])(?:${CUT_BY_WORDS}|${RUN_ON})(?![A-Za-z0-9-])|(?<![A-Za-z0-9-])${NAMED}(?![A-Za-z0-9-])|(?<![A-Za-z0-9-])${KIND_ONLY}(?![A-Za-z0-9-])`,
    'g',
  ),
  recognises: undefined,
  shape: (example) => {
    const kind = /^[a-z]{1,12}-(?=EXAMPLE$)/.exec(example)?.[0];
    if (kind) return `${kind}[A-Za-z0-9]{8,32}`;
    if (example.startsWith('example')) return '[A-Za-z0-9]{4,32}';
    // Another example in words stands for the id as well.
    const inWords = example.replace(/[0-9a-z]+/g, (part) =>
      /\d/.test(part) ? `[0-9a-z]{${part.length}}` : part,
    );
    return `(?:${UUID_IN_SMALL_LETTERS}|[0-9a-f]{32,64}|${inWords})`;
  },
  accepts: undefined,
};
