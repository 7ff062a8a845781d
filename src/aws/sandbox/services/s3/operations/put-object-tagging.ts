import type { PutObjectTaggingOutput, PutObjectTaggingRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { bucketOf } from '../locate.ts';
import { findObject } from '../read.ts';
import { checkedTags } from '../tagging.ts';

/** The tags are replaced, the object's date is not. */
export default defineOperation<PutObjectTaggingRequest, PutObjectTaggingOutput>({
  name: 'PutObjectTagging',
  access: onObject('s3:PutObjectTagging'),
  handle: (context) => {
    const { input } = context;
    const object = findObject(context, input);
    const Tags = checkedTags(input.Tagging?.TagSet ?? []);
    bucketOf(context).objects.put({ ...object, attributes: { ...object.attributes, Tags } });
    return {};
  },
});
