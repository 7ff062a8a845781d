import { kindOf } from './placeholder-kinds.ts';
import type { ValuePattern } from './types.ts';

/** `YYYY-MM-DDTHH:MM:SSZ` and its parts: letters in the place of the digits of a time. */
const TIME_LETTERS =
  'Y{4}[-/]?M{2}[-/]?D{2}(?:[T ]?[Hh]{2}:?[Mm]{2}(?::?[Ss]{2}(?:\\.[Ss]{3})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?';

/** `<a>1</a>`, `<?xml ...`: a text in which brackets are markup. */
const MARKUP_BEFORE = '(?<!<[/?!][\\s\\S]{0,2000})';
const MARKUP_BEHIND = '(?![\\s\\S]*<\\/)';
const LETTER = 'A-Za-z\\u3040-\\u30ff\\u4e00-\\u9fff';

/** Names in brackets stand for any word, if they tell no kind of value; in capitals or `${...}`, they must tell one. */
const IN_BRACKETS = `${MARKUP_BEFORE}<[${LETTER}][\\w ${LETTER}-]{0,40}>${MARKUP_BEHIND}`;
const VARIABLE = '\\$\\{[A-Z][A-Z0-9_]*\\}';
const IN_CAPITALS = '(?<![\\w$-])(?:[A-Z]+(?:_[A-Z]+)+|TIMESTAMP|DATETIME)(?![\\w-])';

/**
 * Placeholder of a writer: `<account-id>`, `<ロールID>`, `ACCESS_KEY_ID`, `${ACCOUNT_ID}`, `YYYY-MM-DDTHH:MM:SSZ`. Where its
 * name tells a kind of value, the output must have one of it.
 */
export const placeholderPattern: ValuePattern = {
  type: 'placeholder',
  finds: new RegExp(
    `${IN_BRACKETS}|${VARIABLE}|${IN_CAPITALS}|(?<![A-Za-z0-9])${TIME_LETTERS}(?![A-Za-z0-9])`,
    'g',
  ),
  recognises: (found) => found.startsWith('<') || found.startsWith('YYYY') || kindOf(found) !== undefined,
  shape: (example) =>
    example.startsWith('YYYY') ? timeShape(example) : (kindOf(example)?.shape ?? '[^\\s"]+'),
  binds: (example) => kindOf(example)?.binds ?? false,
  describe: (example) =>
    `${kindOf(example)?.what ?? (example.startsWith('YYYY') ? `a time like ${example}` : 'any value')} (the example has the placeholder ${example})`,
};

/** Each letter is a digit; UTC may be written in either way, and seconds may have a fraction. */
function timeShape(letters: string): string {
  const [, year = '', between = '', clock = '', zone = ''] =
    /^(Y{4}[-/]?M{2}[-/]?D{2})([T ]?)([Hh]{2}:?[Mm]{2}(?::?[Ss]{2}(?:\.[Ss]{3})?)?)?(.*)$/.exec(letters) ??
    [];
  const date = year
    .replace('YYYY', '\\d{4}')
    .replace('MM', '(?:0[1-9]|1[0-2])')
    .replace('DD', '(?:0[1-9]|[12]\\d|3[01])');
  const time = clock
    .replace(/\.[Ss]{3}$/, '')
    .replace(/^[Hh]{2}/, '(?:[01]\\d|2[0-3])')
    .replace(/(?<!\d)[Mm]{2}/, '[0-5]\\d')
    .replace(/[Ss]{2}$/, '[0-5]\\d(?:\\.\\d+)?');
  return `${date}${between}${time}${zone === '' ? '' : '(?:Z|[+-]\\d\\d:?\\d\\d)'}`;
}
