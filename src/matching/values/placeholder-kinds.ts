import { ACCESS_KEY_ID, RESOURCE_DIGITS, UUID_IN_SMALL_LETTERS } from './shapes.ts';

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
export function kindOf(placeholder: string): PlaceholderKind | undefined {
  const words = placeholder
    .replace(/[<>${}]/g, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return KINDS.find(({ name }) => name.test(words));
}
