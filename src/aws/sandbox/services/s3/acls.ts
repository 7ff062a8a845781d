import type {
  AccessControlPolicy,
  GetBucketAclOutput,
  GetBucketAclRequest,
  GetObjectAclOutput,
  GetObjectAclRequest,
  PutBucketAclRequest,
  PutObjectAclOutput,
  PutObjectAclRequest,
} from '@aws-sdk/client-s3';
import {
  type AccountState,
  defineOperation,
  parameterNotSimulated,
  ServiceError,
} from '../../operation/index.ts';
import { aclsNotSupported, checkGrants, grantsIn, hasAclsOff, type StatedGrants } from './acl-rules.ts';
import { bucketOf, permissionOnBucket, permissionOnVersion } from './find-bucket.ts';
import { ownerOf } from './owner.ts';
import { findObject } from './read-object.ts';
import { invalidArgument } from './s3-errors.ts';
import type { BucketRecord } from './state/index.ts';
import { tellEvent } from './tell-event.ts';
import { shownVersion } from './versions.ts';

export default {
  GetBucketAcl: defineOperation<GetBucketAclRequest, GetBucketAclOutput>({
    access: permissionOnBucket('s3:GetBucketAcl'),
    handle: (context) => {
      bucketOf(context);
      return ownersAlone(context.state);
    },
  }),

  PutBucketAcl: defineOperation<PutBucketAclRequest, object>({
    access: permissionOnBucket('s3:PutBucketAcl'),
    handle: (context) => {
      checkList('PutBucketAcl', context.input, bucketOf(context).settings, context.state);
      return {};
    },
  }),

  GetObjectAcl: defineOperation<GetObjectAclRequest, GetObjectAclOutput>({
    access: permissionOnVersion('s3:GetObjectAcl', 's3:GetObjectVersionAcl'),
    handle: (context) => {
      findObject(context, context.input);
      return ownersAlone(context.state);
    },
  }),

  PutObjectAcl: defineOperation<PutObjectAclRequest, PutObjectAclOutput>({
    access: permissionOnVersion('s3:PutObjectAcl', 's3:PutObjectVersionAcl'),
    handle: async (context) => {
      const { input, state } = context;
      const bucket = bucketOf(context);
      const object = findObject(context, input, 'PUT');
      checkList('PutObjectAcl', input, bucket.settings, state);
      const { key, etag } = object;
      const { VersionId: versionId } = shownVersion(bucket, object);
      await tellEvent(
        { name: 'ObjectAcl:Put', key, etag, versionId, reason: 'PutObjectAcl' },
        bucket,
        context,
      );
      return {};
    },
  }),
};

/** The only list that buckets and objects have here. */
function ownersAlone(state: AccountState): GetBucketAclOutput {
  const owner = ownerOf(state);
  return {
    Owner: owner,
    Grants: [{ Grantee: { ...owner, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
  };
}

/** Codes and texts of S3. */
function checkList(
  operation: string,
  input: StatedGrants & { readonly AccessControlPolicy?: AccessControlPolicy },
  settings: BucketRecord['settings'],
  state: AccountState,
): void {
  const { AccessControlPolicy: list, ACL } = input;
  if (hasAclsOff(settings)) throw aclsNotSupported();
  if (ACL === undefined && list === undefined && !grantsIn(input))
    throw new ServiceError(400, 'MissingSecurityHeader', 'Your request was missing a required header', {
      MissingHeaderName: 'x-amz-acl',
    });
  checkGrants(operation, input, settings);
  if (list) checkPolicy(operation, list, state);
}

function checkPolicy(
  operation: string,
  { Owner, Grants = [] }: AccessControlPolicy,
  state: AccountState,
): void {
  const { ID } = ownerOf(state);
  if (!Owner?.ID)
    throw new ServiceError(
      400,
      'MalformedACLError',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  if (Owner.ID !== ID) throw invalidArgument('Invalid id', 'CanonicalUser/ID', Owner.ID);
  const [grant, ...more] = Grants;
  const isOwners = grant?.Grantee?.ID === ID && grant.Permission === 'FULL_CONTROL';
  if (!isOwners || more.length > 0)
    throw parameterNotSimulated('s3', operation, 'AccessControlPolicy.Grants');
}
