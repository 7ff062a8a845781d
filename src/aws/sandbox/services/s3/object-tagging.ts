import type {
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../operation/index.ts';
import { bucketOf } from './find-bucket.ts';
import { findObject } from './read-object.ts';
import { permissionOnVersion } from './s3-permissions.ts';
import { checkedTags } from './tag-set.ts';
import { shownVersion } from './versions.ts';

export default {
  /** The tags are replaced, the object's date is not. */
  PutObjectTagging: defineOperation<PutObjectTaggingRequest, PutObjectTaggingOutput>({
    access: permissionOnVersion('s3:PutObjectTagging', 's3:PutObjectVersionTagging'),
    handle: (context) => {
      const { input } = context;
      const object = findObject(context, input, 'PUT');
      const Tags = checkedTags(input.Tagging?.TagSet ?? []);
      bucketOf(context).objects.replace({ ...object, attributes: { ...object.attributes, Tags } });
      return shownVersion(bucketOf(context), object);
    },
  }),

  GetObjectTagging: defineOperation<GetObjectTaggingRequest, GetObjectTaggingOutput>({
    access: permissionOnVersion('s3:GetObjectTagging', 's3:GetObjectVersionTagging'),
    handle: (context) => {
      const object = findObject(context, context.input);
      return { ...shownVersion(bucketOf(context), object), TagSet: [...(object.attributes.Tags ?? [])] };
    },
  }),

  DeleteObjectTagging: defineOperation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput>({
    access: permissionOnVersion('s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'),
    handle: (context) => {
      const object = findObject(context, context.input);
      bucketOf(context).objects.replace({ ...object, attributes: { ...object.attributes, Tags: [] } });
      return shownVersion(bucketOf(context), object);
    },
  }),
};
