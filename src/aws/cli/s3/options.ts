import type { OptionSpec, Value } from '../argparse/index.ts';
import { flag, valued } from '../commands/custom.ts';
import { invalidParameterFailure, notBuiltIn } from '../failures.ts';
import { loadFile, type Shape, unpack } from '../parameters/index.ts';
import type { AwsHost } from '../types.ts';
import type { Data } from './s3-client.ts';

export type TransferName = 'cp' | 'mv' | 'rm' | 'sync';

export const requestPayer: OptionSpec = {
  ...valued('request-payer', { takes: 'optional', choices: ['requester'] }),
};

const acls = [
  ...['private', 'public-read', 'public-read-write', 'authenticated-read', 'aws-exec-read'],
  ...['bucket-owner-read', 'bucket-owner-full-control', 'log-delivery-write'],
];
const storageClasses = [
  ...['STANDARD', 'REDUCED_REDUNDANCY', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING'],
  ...['GLACIER', 'DEEP_ARCHIVE', 'GLACIER_IR'],
];
const aes = { takes: 'optional', choices: ['AES256'] } as const;
const filter = (name: string) => valued(name, { dest: 'filters', collects: true });

/** In the CLI's order (customizations/s3/subcommands.py). */
const transferOptions: readonly OptionSpec[] = [
  flag('dryrun'),
  flag('quiet'),
  filter('include'),
  filter('exclude'),
  valued('acl', { choices: acls }),
  flag('follow-symlinks'),
  flag('no-follow-symlinks', { dest: 'follow-symlinks', constant: false }),
  flag('no-guess-mime-type'),
  valued('sse', { takes: 'optional', choices: ['AES256', 'aws:kms'] }),
  valued('sse-c', aes),
  valued('sse-c-key'),
  valued('sse-kms-key-id'),
  valued('sse-c-copy-source', aes),
  valued('sse-c-copy-source-key'),
  valued('storage-class', { choices: storageClasses }),
  valued('grants', { takes: 'some' }),
  valued('website-redirect'),
  valued('content-type'),
  valued('cache-control'),
  valued('content-disposition'),
  valued('content-encoding'),
  valued('content-language'),
  valued('expires'),
  valued('source-region'),
  flag('only-show-errors'),
  flag('no-progress'),
  valued('page-size'),
  flag('ignore-glacier-warnings'),
  flag('force-glacier-transfer'),
  requestPayer,
];
const copyOptions: readonly OptionSpec[] = [
  valued('metadata'),
  valued('copy-props', { choices: ['none', 'metadata-directive', 'default'] }),
  valued('metadata-directive', { choices: ['COPY', 'REPLACE'] }),
];
const recursive = flag('recursive');

export const optionsOf: Readonly<Record<TransferName, readonly OptionSpec[]>> = {
  cp: [...transferOptions, ...copyOptions, valued('expected-size'), recursive],
  mv: [...transferOptions, ...copyOptions, recursive],
  rm: [
    ...[flag('dryrun'), flag('quiet'), recursive, requestPayer, filter('include'), filter('exclude')],
    ...[flag('only-show-errors'), valued('page-size')],
  ],
  sync: [
    ...[...transferOptions, ...copyOptions],
    ...[flag('size-only'), flag('exact-timestamps'), flag('delete')],
  ],
};

const general: Readonly<Record<string, string>> = {
  acl: 'ACL',
  'storage-class': 'StorageClass',
  'website-redirect': 'WebsiteRedirectLocation',
  'content-type': 'ContentType',
  'cache-control': 'CacheControl',
  'content-disposition': 'ContentDisposition',
  'content-encoding': 'ContentEncoding',
  'content-language': 'ContentLanguage',
  expires: 'Expires',
};
const grants: Readonly<Record<string, string>> = {
  read: 'GrantRead',
  full: 'GrantFullControl',
  readacl: 'GrantReadACP',
  writeacl: 'GrantWriteACP',
};

type Values = ReadonlyMap<string, Value>;

/** Builds the parameters of PutObject, CopyObject and CreateMultipartUpload from the options. */
export async function objectParameters(values: Values, host: AwsHost): Promise<Data> {
  const parameters: Data = {};
  for (const [name, parameter] of Object.entries(general))
    if (values.get(name)) parameters[parameter] = values.get(name);
  if (values.has('sse')) parameters.ServerSideEncryption = values.get('sse') ?? 'AES256';
  if (values.get('sse-kms-key-id')) parameters.SSEKMSKeyId = values.get('sse-kms-key-id');
  const metadata = values.get('metadata');
  if (metadata !== undefined) {
    const loaded = await loadFile('--metadata', metadata, host);
    parameters.Metadata = unpack('--metadata', metadataShape, loaded as Value);
  }
  return parameters;
}

/** Builds the grant parameters of an object. Throws once a transfer has begun, as the CLI does. */
export function grantParameters(values: Values): Data {
  const parameters: Data = {};
  for (const grant of [values.get('grants') ?? []].flat()) {
    const at = String(grant).indexOf('=');
    if (at < 0) throw invalidParameterFailure('grants should be of the form permission=principal');
    const name = grants[String(grant).slice(0, at)];
    if (!name) throw invalidParameterFailure('permission must be one of: read|readacl|writeacl|full');
    parameters[name] = String(grant).slice(at + 1);
  }
  return parameters;
}

const text: Shape = {
  ...{ kind: 'string', streaming: false, name: '' },
  members: () => [],
  item: () => text,
};
const metadataShape: Shape = { ...text, kind: 'map', item: () => text };

/** Keys of the customer's own are not among what the built-in encrypts with. */
export function refuseCustomerKeys(values: Values): void {
  const used = [...values.keys()].find((name) => name.startsWith('sse-c'));
  if (used) throw notBuiltIn(`--${used}`, 'use --sse instead.');
}
