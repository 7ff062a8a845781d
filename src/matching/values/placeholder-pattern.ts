import type { ValuePattern } from './types.ts';

/** `YYYY-MM-DDTHH:MM:SSZ` and its parts: letters in the place of the digits of a time. */
const TIME_LETTERS =
  'Y{4}[-/]?M{2}[-/]?D{2}(?:[T ]?[Hh]{2}:?[Mm]{2}(?::?[Ss]{2}(?:\\.[Ss]{3})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?';

/** `<a>1</a>`, `<?xml ...`: a text in which brackets are markup. */
const MARKUP_BEFORE = '(?<!<[/?!][\\s\\S]{0,2000})';
const MARKUP_BEHIND = '(?![\\s\\S]*<\\/)';

/** Placeholder of a writer: `<RoleId>`, `<account-id>`, `<ロールID>`, `YYYY-MM-DDTHH:MM:SSZ`. */
export const placeholderPattern: ValuePattern = {
  type: 'placeholder',
  finds: new RegExp(
    `${MARKUP_BEFORE}<[A-Za-z\\u3040-\\u30ff\\u4e00-\\u9fff][\\w \\u3040-\\u30ff\\u4e00-\\u9fff-]{0,40}>${MARKUP_BEHIND}|(?<![A-Za-z0-9])${TIME_LETTERS}(?![A-Za-z0-9])`,
    'g',
  ),
  shape: (example) => (example.startsWith('<') ? '[^\\s"]+' : '\\d[\\d/:T.+-]*(?: \\d[\\d:.]*)?Z?'),
  binds: () => false,
  describe: (example) => `any value (the example has the placeholder ${example})`,
};
