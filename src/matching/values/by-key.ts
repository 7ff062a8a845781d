import { isElision } from '../../procedure/json/index.ts';
import type { ValueType } from '../types.ts';
import { secretPattern, sessionTokenPattern } from './credentials.ts';
import { configurationTagPattern, digestPattern, isDigest } from './digest.ts';
import { isTimeKey, isTokenKey } from './key-names.ts';
import { tokenPattern, versionIdPattern } from './opaque-token.ts';
import { randomIdPattern } from './random-id.ts';
import { ACCESS_KEY_ID, isMask } from './shapes.ts';
import { epochOf, epochTextPattern, timestampPattern } from './timestamp.ts';
import type { ValuePattern } from './types.ts';
import { requestIdPattern } from './uuid.ts';

/** Types that only the key reveals, because the example is masked or shortened. */
const accessKeyId: ValuePattern = {
  ...secretPattern,
  type: 'unique-id',
  shape: () => ACCESS_KEY_ID,
  accepts: undefined,
  describe: () => 'an access key id (AKIA... or ASIA...)',
};
/** The id of a user, a role's session, or the account itself (root). */
const userId: ValuePattern = {
  ...accessKeyId,
  shape: () => '(?:A[A-Z]{3}[A-Z0-9]{16,17}(?::\\S+)?|\\d{12})',
  describe: () => "a caller's id (AIDA..., AROA...:session, or an account id)",
};
/** S3's id of an account. */
const canonicalUserId: ValuePattern = {
  ...accessKeyId,
  shape: () => '[0-9a-f]{64}',
  binds: (example) => /^[0-9a-f]{64}$/.test(example),
  describe: () => 'a canonical user id (64 hexadecimal digits)',
};
const maskedTime: ValuePattern = {
  ...timestampPattern,
  shape: () => '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?',
  describe: () => 'a time',
};

const apiId: ValuePattern = {
  ...randomIdPattern,
  shape: (example) => (example.length > 10 ? '[a-z0-9]{26}' : '[a-z0-9]{8,10}'),
  accepts: undefined,
  describe: () => 'the id of an API (10 small letters and digits)',
};
const API_PART_KEY =
  /^(?:id|(?:rootR|r)esourceId|parentId|(?:[mM]odel|clientCertificate|(?:Source)?Application|Environment|ConfigurationProfile|DeploymentStrategy)Id)$/;
/** Ids that only a service gives. */
const API_OWN_KEY =
  /^(?:[dD]eployment|[iI]ntegration(?:Response)?|[rR]oute(?:Response)?|[aA]uthorizer|requestValidator|[vV]pcLink|RoutingRule|ApiMapping)Id$/;
/** Letters and then digits could be a name: `web001`. */
const API_PART = /^(?![a-z]*\d*$)(?!\d*$)[a-z0-9]{6,7}$/;
const API_OWN = /^(?=[a-z]*\d|abcdef|bcdefg|defghi)[a-z0-9]{6,7}$/;
const apiPartId: ValuePattern = {
  ...apiId,
  shape: () => '[a-z0-9]{6,7}',
  describe: () => 'the id of a part of an API (6 or 7 small letters and digits)',
};
const clusterVersion: ValuePattern = {
  ...apiId,
  shape: () => 'K[A-Z0-9]{12,14}',
  describe: () => 'the version of a cluster (K, capitals and digits)',
};
const suiteId: ValuePattern = {
  ...apiId,
  shape: () => '[a-z0-9]{12}',
  describe: () => 'the id of a suite (12 small letters and digits)',
};
const isCommit = (example: string): boolean => /^(?=[a-f]*\d)[0-9a-f]{40}$/.test(example);
/** Secret that an app presents to a user pool. */
const clientSecret: ValuePattern = {
  ...secretPattern,
  shape: () => '[A-Za-z0-9+/=_-]{20,}',
  accepts: undefined,
  binds: () => true,
  describe: () => 'the secret of an app client',
};
/** The end of a function's log, in base64: it names the request and how long it took. */
const logResult: ValuePattern = {
  ...tokenPattern,
  recognises: undefined,
  shape: () => '[A-Za-z0-9+/]{8,}={0,2}',
  accepts: undefined,
  binds: () => false,
  describe: () => 'the end of a log in base64',
};

/** `ACCESS_KEY_ID`, `TIMESTAMP`: what a writer put in the place of a value, under the key of one. */
const isNamed = (example: string): boolean => /^[A-Z]+(?:_[A-Z]+)+$|^TIMESTAMP$/.test(example);
const isCovered = (example: string): boolean => isMask(example) || isElision(example) || isNamed(example);
const isWord = (example: string): boolean => /^\S+$/.test(example);

/** Text that a service encrypted, signed or made up: new each time. */
const cipherText: ValuePattern = {
  ...tokenPattern,
  recognises: undefined,
  shape: () => '[A-Za-z0-9+/]{16,}={0,2}',
  accepts: undefined,
  describe: () => 'a text in base64 that a service made',
};
const isBase64 = (example: string): boolean => /^[A-Za-z0-9+/]{16,}={0,2}$/.test(example);
/** Base64 of a text that a person wrote is what the command gave. */
const isRandomBase64 = (example: string): boolean => {
  if (!isBase64(example) || example.length % 4 !== 0) return false;
  const bytes = atob(example);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(bytes);
};
const archiveId: ValuePattern = {
  ...tokenPattern,
  type: 'resource-id',
  shape: () => '[A-Za-z0-9_-]{100,}',
  accepts: undefined,
  describe: () => 'the id of an archive',
};

const KEYS: readonly {
  readonly key: RegExp;
  readonly when: (example: string) => boolean;
  readonly form: ValuePattern;
}[] = [
  { key: /^(?:SecretAccessKey|aws_secret_access_key)$/, when: isWord, form: secretPattern },
  { key: /^(?:SessionToken|aws_session_token)$/, when: isWord, form: sessionTokenPattern },
  { key: /^(?:AccessKeyId|aws_access_key_id)$/, when: isCovered, form: accessKeyId },
  { key: /^UserId$/, when: isCovered, form: userId },
  { key: /^ID$/, when: (example) => /^[0-9a-f]{64}$/.test(example), form: canonicalUserId },
  { key: /^Expiration$/, when: isCovered, form: maskedTime },
  { key: /^(?:x-amzn?-request-?id|Request-?Id|x-amz-id-2)$/i, when: isWord, form: requestIdPattern },
  {
    key: /^[cC]lientSecret$/,
    when: (example) => /^[A-Za-z0-9+/=_-]{20,}$/.test(example),
    form: clientSecret,
  },
  { key: /^LogResult$/, when: (example) => /^[A-Za-z0-9+/]{8,}={0,2}$/.test(example), form: logResult },
  { key: /^(?:CiphertextBlob|PrivateKeyCiphertextBlob|Signature|Mac)$/, when: isBase64, form: cipherText },
  { key: /^(?:PrivateKey)?Plaintext$/, when: isRandomBase64, form: cipherText },
  { key: /[aA]rchiveId$/, when: (example) => /^[A-Za-z0-9_-]{100,}$/.test(example), form: archiveId },
  // S3's id of a host; EC2's `h-...` is the id of a dedicated host.
  { key: /^HostId$/, when: (example) => /^[A-Za-z0-9+/=]{40,}$/.test(example), form: requestIdPattern },
  {
    key: /(?:VersionId|versionId|VersionIdMarker|DeleteMarkerVersionId)$/,
    when: (example) => versionIdPattern.recognises?.(example) ?? false,
    form: versionIdPattern,
  },
  {
    key: /^(?:ETag|IfMatch)$/,
    when: (example) => /^E[A-Z0-9]{11,14}$/.test(example),
    form: configurationTagPattern,
  },
  {
    key: /^(?:[eE]Tag|IfMatch|.*(?:[sS]ha(?:1|256|512)|[dD]igests?|[tT]humbprint(?:List|s)?|[cC]hecksum\w*))$/,
    when: isDigest,
    form: digestPattern,
  },
  {
    key: /^(?:(?:resolvedS|s)ourceVersion|.*[cC]ommit(?:I[dD])?|.*[rR]evision(?:Id)?)$/,
    when: isCommit,
    form: digestPattern,
  },
  // API reference of API Gateway: resources, deployments, routes and others have 6 or 7 small letters and digits.
  { key: API_PART_KEY, when: (example) => API_PART.test(example), form: apiPartId },
  { key: /^Id$/, when: (example) => example.length === 7 && API_PART.test(example), form: apiPartId },
  { key: API_OWN_KEY, when: (example) => API_OWN.test(example), form: apiPartId },
  // API reference of AWS IoT Device Advisor.
  { key: /^suite(?:Definition|Run)Id$/, when: (example) => /^[a-z0-9]{12}$/.test(example), form: suiteId },
  // Amazon MSK: the version of a cluster's state, which an update must name.
  { key: /^CurrentVersion$/, when: (example) => /^K[A-Z0-9]{12,14}$/.test(example), form: clusterVersion },
  // API reference of API Gateway: 10 small letters and digits, which a name never is under these keys.
  {
    key: /^(?:restApiId|[aA]piId)$/,
    when: (example) => /^[a-z0-9]{8,10}$|^[a-z0-9]{26}$/.test(example),
    form: apiId,
  },
];

/** Forms that a key may demand. */
interface KeyForms {
  readonly entries: typeof KEYS;
  readonly isTime: boolean;
  readonly isToken: boolean;
}

const known = new Map<string, KeyForms>();
const MOST_KNOWN = 2_000;

/** Reads a key once: outputs have few different ones. */
function formsOf(key: string): KeyForms {
  const earlier = known.get(key);
  if (earlier) return earlier;
  if (known.size >= MOST_KNOWN) known.clear();
  const entries = KEYS.filter((entry) => entry.key.test(key));
  const forms = { entries, isTime: isTimeKey(key), isToken: isTokenKey(key) };
  known.set(key, forms);
  return forms;
}

/** The form that a key demands of the value that is all that stands there. */
export function formByKey(key: string, example: string): ValuePattern | undefined {
  const { entries, isTime, isToken } = formsOf(key);
  for (const { when, form } of entries) if (when(example)) return form;
  if (isTime && epochOf(example) !== undefined) return epochTextPattern;
  return isToken && tokenPattern.recognises?.(example) ? tokenPattern : undefined;
}

/** Types that a key never has as its whole value, and those that are not even a part of it. */
const RESTRICTIONS: readonly {
  readonly key: RegExp;
  readonly whole: readonly ValueType[];
  readonly anywhere: readonly ValueType[];
}[] = [
  // A name that looks like an id is a name; `Terminating EC2 instance: i-0d44...` holds one. Host names are made of addresses.
  {
    key: /^(?:Name|.*[a-z](?<!Dns|DNS)Name|Path|Description)$/,
    whole: ['resource-id', 'ip'],
    anywhere: ['secret', 'session-token', 'unique-id'],
  },
  { key: /[vV]ersions?$/, whole: [], anywhere: ['timestamp', 'ip'] },
];

/** Tells whether a value under this key is never of this type, however it looks; `isWhole`: it is the entire text. */
export const keyForbids = (key: string | undefined, type: ValueType, isWhole: boolean): boolean =>
  key !== undefined &&
  RESTRICTIONS.some(
    (entry) =>
      entry.key.test(key) && (entry.anywhere.includes(type) || (isWhole && entry.whole.includes(type))),
  );
