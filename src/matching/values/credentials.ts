import { ELISION } from '../../procedure/json/index.ts';
import { isMaskedId, masked, WORD_END, WORD_START } from './shapes.ts';
import type { ValuePattern } from './types.ts';

const BASE64 = 'A-Za-z0-9+/';
const isHex = (text: string): boolean => /^[0-9a-fA-F]+$/.test(text);

/** 40 characters of base64, as secret access keys are. A SHA-1 sum, a path or a word is none. */
export const secretPattern: ValuePattern = {
  type: 'secret',
  finds: new RegExp(`(?<![${BASE64}.-])[${BASE64}]{40}(?![${BASE64}=.-])`, 'g'),
  recognises: (found) =>
    !isHex(found) && /[A-Z]/.test(found) && /[a-z]/.test(found) && /\d/.test(found) && !found.startsWith('/'),
  shape: () => `[${BASE64}]{40}`,
  accepts: (actual) => !isHex(actual),
  binds: (example) => /^[A-Za-z0-9+/]{40}$/.test(example) && !/(?:X|x){8}/.test(example),
  describe: () => 'a secret access key (40 characters of base64)',
};

/** How tokens begin: regional ones, older global ones, the documentation's. */
const PREFIX = '(?:IQoJ|FwoG|FQoG|AQoD|AQoE)';

/** Base64 of no fixed size ("make no assumptions about the maximum size"); an example may show only its beginning. */
export const sessionTokenPattern: ValuePattern = {
  type: 'session-token',
  finds: new RegExp(
    `(?<![${BASE64}])(?:${PREFIX}[${BASE64}]{4,}(?:${ELISION}[${BASE64}]*=*|=*)|[${BASE64}]{100,}=*)(?![${BASE64}=])`,
    'g',
  ),
  recognises: (found) => !/^[0-9a-fA-F]+$/.test(found) && !/^(.)\1+$/.test(found),
  shape: () => `[${BASE64}]{100,}={0,2}`,
  binds: (example) => /^[A-Za-z0-9+/]+=*$/.test(example) && !/(?:X|x){8}/.test(example),
  describe: () => 'a session token (a long text in base64)',
};

/** Prefixes and what they stand for: IAM User Guide, "Unique identifiers" (reference_identifiers). */
const KINDS: Readonly<Record<string, string>> = {
  ABIA: 'STS service bearer token',
  ACCA: 'context-specific credential',
  AGPA: 'user group',
  AIDA: 'IAM user',
  AIPA: 'instance profile',
  AKIA: 'long-term access key',
  ANPA: 'managed policy',
  ANVA: 'version of a managed policy',
  APKA: 'public key',
  AROA: 'role',
  ASCA: 'certificate',
  ASIA: 'temporary access key',
};
export const UNIQUE_ID_PREFIX = `(?:${Object.keys(KINDS).join('|')})`;

/** AKIA..., ASIA..., AIDA...: the prefix says what the id is of, so that it must be the same. */
export const uniqueIdPattern: ValuePattern = {
  type: 'unique-id',
  finds: new RegExp(
    `${WORD_START}${UNIQUE_ID_PREFIX}(?:[A-Z0-9]*EXAMPLE[A-Z0-9]*|[A-Z0-9]{10,28}|${masked('{4,28}')})${WORD_END}`,
    'g',
  ),
  // 20 characters for keys, 21 for everything else.
  shape: (example) => `${example.slice(0, 4)}[A-Z0-9]{16,17}`,
  binds: (example) => !isMaskedId(example),
  describe: (example) => `the id of a ${KINDS[example.slice(0, 4)]} (${example.slice(0, 4)}...)`,
};

const MASK = masked('{12}');
/** 12 characters with EXAMPLE among the digits, as AWS's documentation hides an account. */
const DOCUMENTED = '(?<=[:/])(?=[A-Z0-9]{12}(?![A-Za-z0-9]))\\d*EXAMPLE\\d*';

/** The account in an ARN, however many digits the example gives it, masked in part, or in words. */
const IN_ARN = `(?<=arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*: ?)(?:\\d{9,14}|(?=[\\dxX*]{9,14}:)\\d*(?:x{4,}|X{4,}|\\*{4,})\\d*|(?=[A-Z0-9]{9,14}:)\\d*EXAMPLE\\d*|(?:your-|aws-|AWS-)?account(?:-?(?:id|ID|number))?)(?=:)`;

/** 12 digits that number no shard, or a mask of 12 characters: the number is the same wherever a page shows it, in ARNs too. */
export const accountIdPattern: ValuePattern = {
  type: 'account-id',
  finds: new RegExp(
    `${WORD_START}(?:(?<!shardId-)\\d{12}|${DOCUMENTED}|(?<![Xx*])${MASK}(?![Xx*]))${WORD_END}|${IN_ARN}`,
    'g',
  ),
  shape: () => '\\d{12}',
  binds: () => true,
  describe: () => 'an account id (12 digits)',
};

/** A value that a page must not publish, and how many characters of it tell what it is and stay. */
export interface MaskedValue {
  readonly value: string;
  readonly kept: number;
}

/** Secrets, session tokens, ids of access keys and accounts in a text of an output. */
export function maskedValues(text: string): MaskedValue[] {
  const found = [sessionTokenPattern, secretPattern, uniqueIdPattern, accountIdPattern].flatMap((form) =>
    [...text.matchAll(form.finds)]
      .map(([value]) => value)
      .filter((value) => form.recognises?.(value) ?? true)
      .map((value) => ({ value, kept: form === uniqueIdPattern ? 4 : 0 })),
  );
  return found.filter(({ value, kept }) => isReal(value) && (kept === 0 || /^A[KS]IA/.test(value)));
}

/** A mask is published already. */
const isReal = (value: string): boolean => !/(?:X|x|\*){4}$/.test(value);
