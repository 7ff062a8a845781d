import { ACCESS_KEY_ID, RESOURCE_DIGITS, UUID_IN_SMALL_LETTERS } from './shapes.ts';
import type { ValuePattern } from './types.ts';

/** A kind of value that a placeholder names: the names, and the regular expression of the value. */
interface PlaceholderKind {
  readonly name: RegExp;
  readonly shape: string;
  readonly what: string;
  /** It is the same wherever a page shows it. */
  readonly binds?: true;
}

const DATE = '\\d{4}[-/]?(?:0[1-9]|1[0-2])[-/]?(?:0[1-9]|[12]\\d|3[01])';
const CLOCK = '(?:[01]\\d|2[0-3]):?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d+)?)?';
const ZONE = '(?:Z|[+-]\\d\\d:?\\d\\d)';
const OCTETS = '\\d{1,3}(?:\\.\\d{1,3}){3}';

/** Names as words in small letters: `<account-id>`, `AccountId` and `ACCOUNT_ID` are "account id". */
const KINDS: readonly PlaceholderKind[] = [
  {
    name: /^(?:(?:your|my|aws|own) )*(?:account(?: (?:id|number))?|owner id)$|アカウント ?(?:id|番号)$/,
    shape: '\\d{12}',
    what: 'an account id (12 digits)',
    binds: true,
  },
  {
    name: /(?<!secret )access key id$|^アクセスキー ?(?:id)?$/,
    shape: ACCESS_KEY_ID,
    what: 'an access key id',
  },
  {
    name: /secret (?:access )?key$|シークレット(?:アクセス)?キー$/,
    shape: '[A-Za-z0-9+/]{40}',
    what: 'a secret access key',
  },
  {
    name: /session token$|セッショントークン$/,
    shape: '[A-Za-z0-9+/]{16,}={0,2}',
    what: 'a session token',
  },
  {
    name: /(?:^| )(?:timestamp|datetime|date time)$|日時$/,
    shape: `${DATE}[T ]${CLOCK}${ZONE}?`,
    what: 'a time',
  },
  {
    name: /(?:^| )(?:date|time)$|(?:日付|時刻)$/,
    shape: `(?:${DATE}(?:[T ]${CLOCK}${ZONE}?)?|${CLOCK})`,
    what: 'a date or a time',
  },
  { name: /(?:^| )arn$/, shape: 'arn:aws[a-z-]*:[^\\s"]+', what: 'an ARN' },
  {
    name: /^(?:(?:your|my|aws|default) )*region(?: (?:name|code|id))?$|^リージョン(?:名)?$/,
    shape: '[a-z]{2}(?:-[a-z]+)+-\\d',
    what: 'a Region',
  },
  {
    name: /(?:^| )ip(?: address)?$|^ipアドレス$/,
    shape: `(?:${OCTETS}|[0-9a-fA-F]*:[0-9a-fA-F:.]+)`,
    what: 'an IP address',
  },
  { name: /(?:^| )uuid$/, shape: UUID_IN_SMALL_LETTERS, what: 'a UUID' },
  { name: /(?:^| )role id$/, shape: 'AROA[A-Z0-9]{16,17}', what: 'the id of a role' },
  { name: /(?:^| )vpc id$/, shape: `vpc-${RESOURCE_DIGITS}`, what: 'the id of a VPC' },
  { name: /(?:^| )subnet id$/, shape: `subnet-${RESOURCE_DIGITS}`, what: 'the id of a subnet' },
  {
    name: /(?:^| )(?:security group|sg) id$/,
    shape: `sg-${RESOURCE_DIGITS}`,
    what: 'the id of a security group',
  },
];

/**
 * The kind of value that a placeholder names; undefined where its name tells none.
 *
 * @example kindOf('<account-id>')?.shape // '\\d{12}'
 * @example kindOf('<your bucket>') // undefined
 */
function kindOf(placeholder: string): PlaceholderKind | undefined {
  const words = placeholder
    .replace(/[<>${}]/g, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return KINDS.find(({ name }) => name.test(words));
}

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
