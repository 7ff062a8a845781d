import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onBucket } from '../access.ts';
import { bucketOf } from '../locate.ts';

export default defineOperation<DeleteBucketRequest, object>({
  name: 'DeleteBucket',
  access: onBucket('s3:DeleteBucket'),
  handle: (context) => {
    const { name, objects } = bucketOf(context);
    if (objects.size > 0)
      throw new ServiceError(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty', {
        BucketName: name,
      });
    context.state.buckets.delete(name);
    return {};
  },
});
