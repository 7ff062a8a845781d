import type {
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../operation/index.ts';
import { onObject } from './access.ts';
import { bucketOf } from './locate.ts';
import { findObject } from './read.ts';
import { checkedTags } from './tagging.ts';

export const operations = {
  /** The tags are replaced, the object's date is not. */
  PutObjectTagging: defineOperation<PutObjectTaggingRequest, PutObjectTaggingOutput>({
    access: onObject('s3:PutObjectTagging'),
    handle: (context) => {
      const { input } = context;
      const object = findObject(context, input);
      const Tags = checkedTags(input.Tagging?.TagSet ?? []);
      bucketOf(context).objects.put({ ...object, attributes: { ...object.attributes, Tags } });
      return {};
    },
  }),

  GetObjectTagging: defineOperation<GetObjectTaggingRequest, GetObjectTaggingOutput>({
    access: onObject('s3:GetObjectTagging'),
    handle: (context) => ({ TagSet: [...(findObject(context, context.input).attributes.Tags ?? [])] }),
  }),

  DeleteObjectTagging: defineOperation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput>({
    access: onObject('s3:DeleteObjectTagging'),
    handle: (context) => {
      const object = findObject(context, context.input);
      bucketOf(context).objects.put({ ...object, attributes: { ...object.attributes, Tags: [] } });
      return {};
    },
  }),
};
