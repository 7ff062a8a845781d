import type {
  DeleteBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput,
  GetBucketOwnershipControlsRequest,
  PutBucketOwnershipControlsRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { malformedXml } from './s3-errors.ts';
import { isOwnership } from './state/index.ts';

export default {
  PutBucketOwnershipControls: defineOperation<PutBucketOwnershipControlsRequest, object>({
    access: permissionOnBucket('s3:PutBucketOwnershipControls'),
    handle: (context) => {
      const [rule, ...more] = context.input.OwnershipControls?.Rules ?? [];
      const { ObjectOwnership: ownership } = rule ?? {};
      if (more.length > 0 || !isOwnership(ownership)) throw malformedXml();
      bucketOf(context).settings.ownership = ownership;
      return {};
    },
  }),

  GetBucketOwnershipControls: defineOperation<
    GetBucketOwnershipControlsRequest,
    GetBucketOwnershipControlsOutput
  >({
    access: permissionOnBucket('s3:GetBucketOwnershipControls'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.ownership)
        return { OwnershipControls: { Rules: [{ ObjectOwnership: settings.ownership }] } };
      throw new ServiceError(
        404,
        'OwnershipControlsNotFoundError',
        'The bucket ownership controls were not found',
        { BucketName: name },
      );
    },
  }),

  /** Without controls, writers own their objects, and access control lists are on (S3 User Guide). */
  DeleteBucketOwnershipControls: defineOperation<DeleteBucketOwnershipControlsRequest, object>({
    access: permissionOnBucket('s3:PutBucketOwnershipControls'),
    handle: (context) => {
      bucketOf(context).settings.ownership = undefined;
      return {};
    },
  }),
};
