import type { DeleteObjectTaggingOutput, DeleteObjectTaggingRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { bucketOf } from '../locate.ts';
import { findObject } from '../read.ts';

export default defineOperation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput>({
  name: 'DeleteObjectTagging',
  access: onObject('s3:DeleteObjectTagging'),
  handle: (context) => {
    const object = findObject(context, context.input);
    bucketOf(context).objects.put({ ...object, attributes: { ...object.attributes, Tags: [] } });
    return {};
  },
});
