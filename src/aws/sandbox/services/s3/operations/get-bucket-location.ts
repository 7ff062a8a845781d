import type { GetBucketLocationOutput, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onBucket } from '../access.ts';
import { bucketOf } from '../locate.ts';

export default defineOperation<GetBucketLocationRequest, GetBucketLocationOutput>({
  name: 'GetBucketLocation',
  access: onBucket('s3:GetBucketLocation'),
  handle: (context) => {
    const { region } = bucketOf(context);
    // "Buckets in Region us-east-1 have a LocationConstraint of null" (API reference).
    const constraint = region === 'us-east-1' ? '' : region;
    return { LocationConstraint: constraint as GetBucketLocationOutput['LocationConstraint'] };
  },
});
