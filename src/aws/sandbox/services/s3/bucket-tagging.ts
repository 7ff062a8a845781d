import type {
  DeleteBucketTaggingRequest,
  GetBucketTaggingOutput,
  GetBucketTaggingRequest,
  PutBucketTaggingRequest,
} from '@aws-sdk/client-s3';
import { ServiceError } from '../../errors/index.ts';
import { defineOperation } from '../../operation/index.ts';
import { bucketOf } from './find-bucket.ts';
import { permissionOnBucket } from './s3-permissions.ts';
import { checkedBucketTags } from './tag-set.ts';

export default {
  PutBucketTagging: defineOperation<PutBucketTaggingRequest, object>({
    access: permissionOnBucket('s3:PutBucketTagging'),
    handle: (context) => {
      bucketOf(context).settings.tags = checkedBucketTags(context.input.Tagging?.TagSet ?? []);
      return {};
    },
  }),

  GetBucketTagging: defineOperation<GetBucketTaggingRequest, GetBucketTaggingOutput>({
    access: permissionOnBucket('s3:GetBucketTagging'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.tags && settings.tags.length > 0) return { TagSet: [...settings.tags] };
      throw new ServiceError(404, 'NoSuchTagSet', 'The TagSet does not exist', { BucketName: name });
    },
  }),

  /** "To delete tags you need s3:PutBucketTagging" (API reference). */
  DeleteBucketTagging: defineOperation<DeleteBucketTaggingRequest, object>({
    access: permissionOnBucket('s3:PutBucketTagging'),
    handle: (context) => {
      bucketOf(context).settings.tags = undefined;
      return {};
    },
  }),
};
