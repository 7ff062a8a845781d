import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { bucketArn, bucketOf } from '../locate.ts';

/** "You must have permissions to perform the s3:ListBucket action" (API reference). */
export default defineOperation<HeadBucketRequest, HeadBucketOutput>({
  name: 'HeadBucket',
  // Asked for below: a refusal, too, says where the bucket is.
  access: 'none',
  handle: (context) => {
    const { region } = bucketOf(context);
    try {
      context.require({ action: 's3:ListBucket', resource: bucketArn(context.input) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { status, code, message, elements } = error;
      throw new ServiceError(status, code, message, elements, { 'x-amz-bucket-region': region });
    }
    return { BucketRegion: region, BucketArn: bucketArn(context.input), AccessPointAlias: false };
  },
});
