import { parameterNotSimulated, ServiceError } from '../../operation/index.ts';
import { accessDenied, invalidArgument } from './s3-errors.ts';
import type { BucketRecord } from './state/index.ts';

/** Grants of a request that puts a bucket, an object or an access control list. */
export interface StatedGrants {
  readonly ACL?: string;
  readonly GrantFullControl?: string;
  readonly GrantRead?: string;
  readonly GrantReadACP?: string;
  readonly GrantWrite?: string;
  readonly GrantWriteACP?: string;
}

type AclSettings = Pick<BucketRecord['settings'], 'ownership' | 'publicAccessBlock'>;

/** Canned ACLs that let nobody in but the owner, who is the bucket's owner here. */
const OWN: ReadonlySet<string> = new Set(['private', 'bucket-owner-full-control', 'bucket-owner-read']);
const PUBLIC: ReadonlySet<string> = new Set(['public-read', 'public-read-write', 'authenticated-read']);
const OTHER: ReadonlySet<string> = new Set(['aws-exec-read', 'log-delivery-write']);

export const grantsIn = (stated: StatedGrants): boolean =>
  [
    stated.GrantFullControl,
    stated.GrantRead,
    stated.GrantReadACP,
    stated.GrantWrite,
    stated.GrantWriteACP,
  ].some((grant) => grant !== undefined);

export const isPublicAcl = ({ ACL }: StatedGrants): boolean => ACL !== undefined && PUBLIC.has(ACL);

/** Tells whether a bucket's owner owns all objects, so that access control lists are off. */
export const hasAclsOff = ({ ownership }: AclSettings): boolean => ownership === 'BucketOwnerEnforced';

/** Text of S3. */
export const aclsNotSupported = (): ServiceError =>
  new ServiceError(400, 'AccessControlListNotSupported', 'The bucket does not allow ACLs');

/**
 * Lets grants pass that give nobody but the owner anything: these change no decision. Throws a ServiceError for public
 * ones that the bucket blocks, and refuses all others by name.
 * Source: S3 User Guide, "Access control list (ACL) overview" and "Blocking public access".
 */
export function checkGrants(operation: string, stated: StatedGrants, settings: AclSettings): void {
  const { ACL } = stated;
  if (ACL !== undefined && !OWN.has(ACL) && !PUBLIC.has(ACL) && !OTHER.has(ACL))
    throw invalidArgument('', 'x-amz-acl', ACL);
  if (isPublicAcl(stated) && settings.publicAccessBlock?.BlockPublicAcls) throw accessDenied();
  if (ACL !== undefined && !OWN.has(ACL)) throw parameterNotSimulated('s3', operation, `ACL=${ACL}`);
  if (grantsIn(stated)) throw parameterNotSimulated('s3', operation, 'Grant');
}
