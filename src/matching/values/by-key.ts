import type { ValueType } from '../types.ts';
import { secretPattern, sessionTokenPattern } from './credentials.ts';
import { configurationTagPattern, digestPattern, isDigest } from './digest.ts';
import { isTimeKey, isTokenKey } from './key-names.ts';
import {
  API_OWN,
  API_OWN_KEY,
  API_PART,
  API_PART_KEY,
  accessKeyIdPattern,
  apiId,
  apiPartId,
  archiveId,
  canonicalUserIdPattern,
  cipherText,
  clientSecret,
  clusterVersion,
  isBase64,
  isCommit,
  isCovered,
  isRandomBase64,
  isWord,
  logResult,
  maskedTime,
  suiteId,
  userId,
} from './keyed-values.ts';
import { tokenPattern, versionIdPattern } from './opaque-token.ts';
import { epochOf, epochTextPattern } from './timestamp.ts';
import type { ValuePattern } from './types.ts';
import { requestIdPattern } from './uuid.ts';

const KEYS: readonly {
  readonly key: RegExp;
  readonly when: (example: string) => boolean;
  readonly form: ValuePattern;
}[] = [
  { key: /^(?:SecretAccessKey|aws_secret_access_key)$/, when: isWord, form: secretPattern },
  { key: /^(?:SessionToken|aws_session_token)$/, when: isWord, form: sessionTokenPattern },
  { key: /^(?:AccessKeyId|aws_access_key_id)$/, when: isCovered, form: accessKeyIdPattern },
  { key: /^UserId$/, when: isCovered, form: userId },
  { key: /^ID$/, when: (example) => /^[0-9a-f]{64}$/.test(example), form: canonicalUserIdPattern },
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
