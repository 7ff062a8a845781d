import type {
  DeleteBucketTaggingRequest,
  DeleteObjectTaggingOutput,
  DeleteObjectTaggingRequest,
  GetBucketTaggingOutput,
  GetBucketTaggingRequest,
  GetObjectTaggingOutput,
  GetObjectTaggingRequest,
  PutBucketTaggingRequest,
  PutObjectTaggingOutput,
  PutObjectTaggingRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { bucketOf, objectArn, permissionOnBucket, permissionOnVersion } from './find-bucket.ts';
import { findObject } from './read-object.ts';
import { invalidArgument } from './s3-errors.ts';
import type { BucketRecord, ObjectTag, StoredObject } from './state/index.ts';
import { tellEvent } from './tell-event.ts';
import { shownVersion } from './versions.ts';

/** S3 User Guide, "Categorizing your objects using tags". Lengths in characters. */
const MAX_TAGS = 10;
const MAX_BUCKET_TAGS = 50;
const MAX_KEY = 128;
const MAX_VALUE = 256;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

interface Tagged {
  readonly Bucket?: string;
  readonly Key?: string;
  readonly Tagging?: string;
}

/** The tags of `x-amz-tagging`, if the caller may give any. Throws a ServiceError. */
export function statedTags(
  context: Pick<OperationContext<Tagged>, 'input' | 'require'>,
): readonly ObjectTag[] {
  const { Tagging } = context.input;
  if (Tagging === undefined || Tagging === '') return [];
  context.require({ action: 's3:PutObjectTagging', resource: objectArn(context.input) });
  const tags = [...new URLSearchParams(Tagging)].map(([Key, Value]) => ({ Key, Value }));
  const isRepeated = new Set(tags.map(({ Key }) => Key)).size < tags.length;
  // `key1=val1,key2=val2` is one tag whose value holds what must be encoded.
  const isEncoded = !Tagging.split('&').some((pair) => /=.*=/.test(pair));
  if (isRepeated || !isEncoded || tags.some(({ Key }) => Key === ''))
    throw invalidArgument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      'x-amz-tagging',
      Tagging,
    );
  return checkedTags(tags);
}

/** Texts of S3. */
function checkedTags(tags: readonly StatedTag[]): readonly ObjectTag[] {
  if (tags.length > MAX_TAGS)
    throw new ServiceError(400, 'BadRequest', `Object tags cannot be greater than ${MAX_TAGS}`);
  return checkEach(tags, 'Your TagKey cannot be prefixed with aws:');
}

/** The same of a bucket, which may have 50. Texts of S3. */
function checkedBucketTags(tags: readonly StatedTag[]): readonly ObjectTag[] {
  if (tags.length > MAX_BUCKET_TAGS)
    throw new ServiceError(400, 'BadRequest', `Bucket tag count cannot be greater than ${MAX_BUCKET_TAGS}`);
  return checkEach(tags, 'System tags cannot be added/updated by requester');
}

interface StatedTag {
  readonly Key?: string;
  readonly Value?: string;
}

function checkEach(tags: readonly StatedTag[], reserved: string): readonly ObjectTag[] {
  const whole = tags.map(({ Key = '', Value = '' }) => ({ Key, Value }));
  for (const { Key, Value } of whole) {
    if (Key === '' || Key.length > MAX_KEY || !ALLOWED.test(Key))
      throw invalidTag('The TagKey you have provided is invalid', { TagKey: Key });
    if (/^aws:/i.test(Key)) throw invalidTag(reserved, { TagKey: Key });
    if (Value.length > MAX_VALUE || !ALLOWED.test(Value))
      throw invalidTag('The TagValue you have provided is invalid', { TagKey: Key, TagValue: Value });
  }
  const twice = whole.find(({ Key }, index) => whole.findIndex((tag) => tag.Key === Key) < index);
  if (twice) throw invalidTag('Cannot provide multiple Tags with the same key', { TagKey: twice.Key });
  return whole;
}

function invalidTag(message: string, elements: Record<string, string>): ServiceError {
  return new ServiceError(400, 'InvalidTag', message, elements);
}

export default {
  PutBucketTagging: defineOperation<PutBucketTaggingRequest, object>({
    access: permissionOnBucket('s3:PutBucketTagging'),
    handle: (context) => {
      bucketOf(context).settings.tags = checkedBucketTags(context.input.Tagging?.TagSet ?? []);
      return {};
    },
  }),

  GetBucketTagging: defineOperation<GetBucketTaggingRequest, GetBucketTaggingOutput>({
    access: permissionOnBucket('s3:GetBucketTagging'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.tags && settings.tags.length > 0) return { TagSet: [...settings.tags] };
      throw new ServiceError(404, 'NoSuchTagSet', 'The TagSet does not exist', { BucketName: name });
    },
  }),

  /** "To delete tags you need s3:PutBucketTagging" (API reference). */
  DeleteBucketTagging: defineOperation<DeleteBucketTaggingRequest, object>({
    access: permissionOnBucket('s3:PutBucketTagging'),
    handle: (context) => {
      bucketOf(context).settings.tags = undefined;
      return {};
    },
  }),

  /** The tags are replaced, the object's date is not. */
  PutObjectTagging: defineOperation<PutObjectTaggingRequest, PutObjectTaggingOutput>({
    access: permissionOnVersion('s3:PutObjectTagging', 's3:PutObjectVersionTagging'),
    handle: async (context) => {
      const { input } = context;
      const object = findObject(context, input, 'PUT');
      const Tags = checkedTags(input.Tagging?.TagSet ?? []);
      const bucket = bucketOf(context);
      bucket.objects.replace({ ...object, attributes: { ...object.attributes, Tags } });
      await tellEvent(tagsEvent('Put', bucket, object), bucket, context);
      return shownVersion(bucket, object);
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
    handle: async (context) => {
      const object = findObject(context, context.input);
      const bucket = bucketOf(context);
      bucket.objects.replace({ ...object, attributes: { ...object.attributes, Tags: [] } });
      await tellEvent(tagsEvent('Delete', bucket, object), bucket, context);
      return shownVersion(bucket, object);
    },
  }),
};

function tagsEvent(kind: 'Put' | 'Delete', bucket: BucketRecord, object: StoredObject) {
  const { key, etag } = object;
  const { VersionId: versionId } = shownVersion(bucket, object);
  return { name: `ObjectTagging:${kind}`, key, etag, versionId, reason: `${kind}ObjectTagging` };
}
