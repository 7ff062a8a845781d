import { UUID_IN_SMALL_LETTERS } from './shapes.ts';
import type { ValuePattern } from './types.ts';

const turns = (text: string): number => (text.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d/g) ?? []).length;
const caseTurns = (text: string): number => (text.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) ?? []).length;

/**
 * Tells a random word from one that somebody wrote: letters and digits alternate, or it has the length of a hash.
 *
 * @example looksRandom('50dc6c495c0c9188') // true
 * @example looksRandom('handson2021') // false
 */
function looksRandom(text: string): boolean {
  if (text.includes('EXAMPLE')) return text.length > 'EXAMPLE'.length;
  if (/example|xmpl/.test(text)) return /\d[a-z]*(?:example|xmpl)|(?:example|xmpl)\d{3}/.test(text);
  if (/^\d{16,}$/.test(text) || isSpelledOut(text)) return true;
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return turns(text) >= 2;
  if (/^[0-9a-f]{8,}$/.test(text) || /^[A-Z0-9]{10,}$/.test(text)) return turns(text) >= 2;
  return text.length >= 8 && (turns(text) >= 3 || (turns(text) >= 1 && caseTurns(text) >= 3));
}

/** Letters or digits in their order: `abcdefghij`, `ABcdef34ghIJ`, `abcdABCDefgh`. Nobody has such an id. */
const ORDERED = /abcde|bcdef|cdefg|defgh|efghi|fghij|ghijk|hijkl|ijklm|jklmn|klmno|lmnop|[xyz]{1,3}wvu/i;
const ORDERED_IN_PARTS =
  /^(?=.*[A-Za-z])(?:[a-z]*(?:abcd|efgh|ijkl)[a-z]*\d{4,}[a-z\d]*|(?:abcd|ABCD|efgh|EFGH|ijkl|\d{4})+)$/;
const isSpelledOut = (text: string): boolean => ORDERED.test(text) || ORDERED_IN_PARTS.test(text);

/** Characters that the id may hold, from those that it shows. */
function classOf(example: string): string {
  const bare = example.replace(/EXAMPLE|example|xmpl/g, '');
  const isHash = [8, 16, 17, 32, 40, 64].includes(example.length) || bare !== example;
  const isHex = /[0-9]/.test(bare) && /^[0-9a-f]+$/.test(bare);
  if (isHash && isHex) return /example|xmpl/.test(example) ? '0-9a-z' : '0-9a-f';
  if (!/[a-z]/.test(bare)) return /[A-Z]/.test(bare) ? 'A-Z0-9' : 'A-Za-z0-9';
  return /[A-Z]/.test(bare) ? 'A-Za-z0-9' : 'a-z0-9';
}

/** A documentation's id has any length. Route 53 and CloudFront have lengthened theirs, which are capitals and digits. */
function lengthOf(example: string): string {
  if (/EXAMPLE|example/.test(example)) return '{8,64}';
  return /^[A-Z][A-Z0-9]{11,20}$/.test(example) ? '{12,21}' : `{${example.length}}`;
}

/** A random word in an ARN, under the key of an identifier, or in a URL: the same characters, as many of them. */
export const randomIdPattern: ValuePattern = {
  type: 'resource-id',
  finds: /(?<![A-Za-z0-9])[A-Za-z0-9]{8,}(?![A-Za-z0-9])/g,
  recognises: looksRandom,
  // Ids of Amplify and CloudFront, which begin with d, have one of two lengths.
  shape: (example) =>
    /^d[a-z0-9]{12,13}$/.test(example) ? 'd[a-z0-9]{12,13}' : `[${classOf(example)}]${lengthOf(example)}`,
  accepts: (actual) =>
    /^\d+$/.test(actual) || looksRandom(actual) || turns(actual) >= 1 || caseTurns(actual) >= 2,
  binds: () => true,
  describe: (example) => `an id like ${example}`,
};

/** Letters in their order that are all of the value under the key of an identifier: a service may give one without a digit. */
export const spelledOutIdPattern: ValuePattern = {
  ...randomIdPattern,
  finds: /^[A-Za-z]{6,}$/g,
  recognises: isSpelledOut,
  shape: (example) => `[${classOf(example)}0-9]{${example.length}}`,
  accepts: undefined,
};

/** A word with EXAMPLE in it, as AWS's documentation marks ids that nobody has: an id wherever it stands. */
export const documentedIdPattern: ValuePattern = {
  ...randomIdPattern,
  needs: ['EXAMPLE'],
  finds: /(?<![A-Za-z0-9])(?=[A-Za-z0-9]*\d)[A-Za-z0-9]*EXAMPLE[A-Za-z0-9]*(?![A-Za-z0-9])/g,
  recognises: undefined,
};

/** 8 hexadecimal digits or more, all of the value under the key of an identifier: no need to alternate. */
export const hexIdPattern: ValuePattern = {
  ...randomIdPattern,
  finds: /^(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}$/g,
  recognises: undefined,
};

/** 32 characters or more, wherever a service writes a place or a message: too long to be a name. */
export const longIdPattern: ValuePattern = {
  ...randomIdPattern,
  finds: /(?<![A-Za-z0-9])[A-Za-z0-9]{32,}(?![A-Za-z0-9])/g,
};

/** A number that identifies: digits that are all of the value under the key of an identifier. */
export const numericIdPattern: ValuePattern = {
  ...randomIdPattern,
  finds: /^-?\d{9,}$/g,
  recognises: undefined,
  shape: (example) => (example.startsWith('-') ? '-?\\d{6,10}' : `\\d{${example.length}}`),
  accepts: undefined,
};

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
