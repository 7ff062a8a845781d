import type { AbortMultipartUploadOutput, AbortMultipartUploadRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { bucketOf } from '../locate.ts';
import { uploadOf } from '../multipart.ts';

export default defineOperation<AbortMultipartUploadRequest, AbortMultipartUploadOutput>({
  name: 'AbortMultipartUpload',
  access: onObject('s3:AbortMultipartUpload'),
  handle: (context) => {
    const bucket = bucketOf(context);
    bucket.uploads.delete(uploadOf(bucket, context.input).id);
    return {};
  },
});
