import type {
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../operation/index.ts';
import { onVersion } from './access.ts';
import { bucketOf } from './locate.ts';
import { findObject } from './read.ts';
import { checkedTags } from './tagging.ts';
import { shownVersion } from './versions.ts';

export const operations = {
  /** The tags are replaced, the object's date is not. */
  PutObjectTagging: defineOperation<PutObjectTaggingRequest, PutObjectTaggingOutput>({
    access: onVersion('s3:PutObjectTagging', 's3:PutObjectVersionTagging'),
    handle: (context) => {
      const { input } = context;
      const object = findObject(context, input, 'PUT');
      const Tags = checkedTags(input.Tagging?.TagSet ?? []);
      bucketOf(context).objects.replace({ ...object, attributes: { ...object.attributes, Tags } });
      return shownVersion(bucketOf(context), object);
    },
  }),

  GetObjectTagging: defineOperation<GetObjectTaggingRequest, GetObjectTaggingOutput>({
    access: onVersion('s3:GetObjectTagging', 's3:GetObjectVersionTagging'),
    handle: (context) => {
      const object = findObject(context, context.input);
      return { ...shownVersion(bucketOf(context), object), TagSet: [...(object.attributes.Tags ?? [])] };
    },
  }),

  DeleteObjectTagging: defineOperation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput>({
    access: onVersion('s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'),
    handle: (context) => {
      const object = findObject(context, context.input);
      bucketOf(context).objects.replace({ ...object, attributes: { ...object.attributes, Tags: [] } });
      return shownVersion(bucketOf(context), object);
    },
  }),
};
