import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { checkWriteConditions } from '../conditions.ts';
import { bucketOf } from '../locate.ts';

/** Deleting what is not there succeeds as well. */
export default defineOperation<DeleteObjectRequest, DeleteObjectOutput>({
  name: 'DeleteObject',
  access: onObject('s3:DeleteObject'),
  handle: (context) => {
    const { Key = '', IfMatch } = context.input;
    const bucket = bucketOf(context);
    if (IfMatch !== undefined) checkWriteConditions(bucket, Key, { IfMatch });
    bucket.objects.delete(Key);
    return {};
  },
});
