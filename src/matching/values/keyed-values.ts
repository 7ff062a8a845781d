/** Values that only their key reveals, because an example is masked or shortened, or would be taken for a name. */
import { isElision } from '../../procedure/json/index.ts';
import { secretPattern } from './credentials.ts';
import { tokenPattern } from './opaque-token.ts';
import { randomIdPattern } from './random-id.ts';
import { ACCESS_KEY_ID, isMask } from './shapes.ts';
import { timestampPattern } from './timestamp.ts';
import type { ValuePattern } from './types.ts';

export const accessKeyIdPattern: ValuePattern = {
  ...secretPattern,
  type: 'unique-id',
  shape: () => ACCESS_KEY_ID,
  accepts: undefined,
  describe: () => 'an access key id (AKIA... or ASIA...)',
};
/** The id of a user, a role's session, or the account itself (root). */
export const userId: ValuePattern = {
  ...accessKeyIdPattern,
  shape: () => '(?:A[A-Z]{3}[A-Z0-9]{16,17}(?::\\S+)?|\\d{12})',
  describe: () => "a caller's id (AIDA..., AROA...:session, or an account id)",
};
/** S3's id of an account. */
export const canonicalUserIdPattern: ValuePattern = {
  ...accessKeyIdPattern,
  shape: () => '[0-9a-f]{64}',
  binds: (example) => /^[0-9a-f]{64}$/.test(example),
  describe: () => 'a canonical user id (64 hexadecimal digits)',
};
export const maskedTime: ValuePattern = {
  ...timestampPattern,
  shape: () => '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)?',
  describe: () => 'a time',
};

export const apiId: ValuePattern = {
  ...randomIdPattern,
  shape: (example) => (example.length > 10 ? '[a-z0-9]{26}' : '[a-z0-9]{8,10}'),
  accepts: undefined,
  describe: () => 'the id of an API (10 small letters and digits)',
};
export const API_PART_KEY =
  /^(?:id|(?:rootR|r)esourceId|parentId|(?:[mM]odel|clientCertificate|(?:Source)?Application|Environment|ConfigurationProfile|DeploymentStrategy)Id)$/;
/** Ids that only a service gives. */
export const API_OWN_KEY =
  /^(?:[dD]eployment|[iI]ntegration(?:Response)?|[rR]oute(?:Response)?|[aA]uthorizer|requestValidator|[vV]pcLink|RoutingRule|ApiMapping)Id$/;
/** Letters and then digits could be a name: `web001`. */
export const API_PART = /^(?![a-z]*\d*$)(?!\d*$)[a-z0-9]{6,7}$/;
export const API_OWN = /^(?=[a-z]*\d|abcdef|bcdefg|defghi)[a-z0-9]{6,7}$/;
export const apiPartId: ValuePattern = {
  ...apiId,
  shape: () => '[a-z0-9]{6,7}',
  describe: () => 'the id of a part of an API (6 or 7 small letters and digits)',
};
export const clusterVersion: ValuePattern = {
  ...apiId,
  shape: () => 'K[A-Z0-9]{12,14}',
  describe: () => 'the version of a cluster (K, capitals and digits)',
};
export const suiteId: ValuePattern = {
  ...apiId,
  shape: () => '[a-z0-9]{12}',
  describe: () => 'the id of a suite (12 small letters and digits)',
};
export const isCommit = (example: string): boolean => /^(?=[a-f]*\d)[0-9a-f]{40}$/.test(example);
/** Secret that an app presents to a user pool. */
export const clientSecret: ValuePattern = {
  ...secretPattern,
  shape: () => '[A-Za-z0-9+/=_-]{20,}',
  accepts: undefined,
  binds: () => true,
  describe: () => 'the secret of an app client',
};
/** The end of a function's log, in base64: it names the request and how long it took. */
export const logResult: ValuePattern = {
  ...tokenPattern,
  recognises: undefined,
  shape: () => '[A-Za-z0-9+/]{8,}={0,2}',
  accepts: undefined,
  binds: () => false,
  describe: () => 'the end of a log in base64',
};

/** `ACCESS_KEY_ID`, `TIMESTAMP`: what a writer put in the place of a value, under the key of one. */
const isNamed = (example: string): boolean => /^[A-Z]+(?:_[A-Z]+)+$|^TIMESTAMP$/.test(example);
export const isCovered = (example: string): boolean =>
  isMask(example) || isElision(example) || isNamed(example);
export const isWord = (example: string): boolean => /^\S+$/.test(example);

/** Text that a service encrypted, signed or made up: new each time. */
export const cipherText: ValuePattern = {
  ...tokenPattern,
  recognises: undefined,
  shape: () => '[A-Za-z0-9+/]{16,}={0,2}',
  accepts: undefined,
  describe: () => 'a text in base64 that a service made',
};
export const isBase64 = (example: string): boolean => /^[A-Za-z0-9+/]{16,}={0,2}$/.test(example);
/** Base64 of a text that a person wrote is what the command gave. */
export const isRandomBase64 = (example: string): boolean => {
  if (!isBase64(example) || example.length % 4 !== 0) return false;
  const bytes = atob(example);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(bytes);
};
export const archiveId: ValuePattern = {
  ...tokenPattern,
  type: 'resource-id',
  shape: () => '[A-Za-z0-9_-]{100,}',
  accepts: undefined,
  describe: () => 'the id of an archive',
};
