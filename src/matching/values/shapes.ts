/** Nothing that could belong to the same word stands before or after. */
export const WORD_START = '(?<![A-Za-z0-9])';
export const WORD_END = '(?![A-Za-z0-9])';

/** Characters that pages mask values with, also in full width and as a multiplication sign. */
const MASK_CHARACTERS = ['X', 'x', '\\*', '＊', 'Ｘ', 'ｘ', '×', '●', '○'];

/** `count` (`{4,}`, `{12}`) of one mask character: `XXXX`, `xxxx`, `****`. */
export const masked = (count: string): string =>
  `(?:${MASK_CHARACTERS.map((char) => `${char}${count}`).join('|')})`;

const MASK = new RegExp(`^${masked('{3,}')}$`);
const MASKED_END = new RegExp(`${masked('{4,}')}$`);

export const isMask = (text: string): boolean => MASK.test(text);
/** Tells whether an id is masked after its prefix: `AIDAXXXXXXXX`, `vpc-****`. */
export const isMaskedId = (text: string): boolean => MASKED_END.test(text);

/** Shapes of values that several kinds share: sources of regular expressions without capture groups. */

export const ACCESS_KEY_ID = '(?:AKIA|ASIA)[A-Z0-9]{16}';
export const UUID_IN_SMALL_LETTERS = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Hexadecimal digits behind the prefix of EC2's ids. */
export const RESOURCE_DIGITS = '(?:[0-9a-f]{17}|[0-9a-f]{8})';
