import type { ConditionValues } from '../../authorization/index.ts';
import type { OperationContext, ReceivedRequest } from '../../operation/index.ts';
import type { Structure } from '../../protocols/index.ts';
import { isPublic } from './bucket-policy.ts';
import { bucketsOf } from './state/index.ts';

/** Headers whose condition key is named after them. */
const AFTER_HEADERS = [
  ...['x-amz-acl', 'x-amz-copy-source', 'x-amz-metadata-directive', 'x-amz-storage-class'],
  ...['x-amz-grant-full-control', 'x-amz-grant-read', 'x-amz-grant-read-acp', 'x-amz-grant-write'],
  ...['x-amz-grant-write-acp', 'x-amz-server-side-encryption', 'x-amz-website-redirect-location'],
  ...['x-amz-server-side-encryption-aws-kms-key-id', 'x-amz-server-side-encryption-customer-algorithm'],
  ...['x-amz-content-sha256', 'x-amz-object-ownership', 'if-match', 'if-none-match'],
];

/**
 * The condition keys of S3 that a request has. Source: Service Authorization Reference, "Actions, resources, and
 * condition keys for Amazon S3".
 */
export function s3ConditionKeys(
  { input, state, region }: OperationContext<Structure>,
  { message, signature }: ReceivedRequest,
): ConditionValues {
  const { VersionId, Bucket, Key, Tagging } = input;
  const header = (name: string) => message.headers.get(name) ?? undefined;
  const bucket = typeof Bucket === 'string' ? bucketsOf(state).get(Bucket) : undefined;
  const object = typeof Key === 'string' ? bucket?.objects.get(Key) : undefined;
  const requested = typeof Tagging === 'string' ? [...new URLSearchParams(Tagging)] : [];
  return {
    ...Object.fromEntries(AFTER_HEADERS.map((name) => [`s3:${name}`, header(name)])),
    ...signatureKeys(signature),
    's3:VersionId': typeof VersionId === 'string' ? VersionId : undefined,
    's3:LocationConstraint': bucket === undefined ? region : undefined,
    's3:ResourceAccount': state.account.id,
    's3:RequestObjectTagKeys': requested.length > 0 ? requested.map(([key]) => key) : undefined,
    ...Object.fromEntries(requested.map(([key, value]) => [`s3:RequestObjectTag/${key}`, value])),
    ...Object.fromEntries(
      (object?.attributes.Tags ?? []).map((tag) => [`s3:ExistingObjectTag/${tag.Key}`, tag.Value]),
    ),
  };
}

const FORMS = { header: 'REST-HEADER', query: 'REST-QUERY-STRING' } as const;

function signatureKeys(signature: ReceivedRequest['signature']): ConditionValues {
  switch (signature?.kind) {
    case 'signed':
      return { 's3:authType': FORMS[signature.form], 's3:signatureversion': 'AWS4-HMAC-SHA256' };
    case 'version-2':
      return { 's3:authType': FORMS[signature.form], 's3:signatureversion': 'AWS' };
    case 'form':
      return {
        's3:authType': 'POST',
        's3:signatureversion': signature.version4 ? 'AWS4-HMAC-SHA256' : 'AWS',
      };
    default:
      return {};
  }
}

/** The policy of the bucket that an ARN names, if it bears on the caller. */
export function policyOn(resource: string, { caller, state }: OperationContext<Structure>): unknown {
  const name = /^arn:aws:s3:::([^/*]+)/.exec(resource)?.[1] ?? '';
  const { policy, publicAccessBlock } = bucketsOf(state).get(name)?.settings ?? {};
  if (!policy) return undefined;
  // "RestrictPublicBuckets: only AWS services and authorized users of this account" (API reference).
  const isShut = publicAccessBlock?.RestrictPublicBuckets && isPublic(policy.document);
  return isShut && caller.kind === 'anonymous' ? undefined : policy.document;
}
