import type {
  CopyObjectOutput,
  CopyObjectRequest,
  DeletedObject,
  DeleteObjectOutput,
  DeleteObjectRequest,
  DeleteObjectsOutput,
  DeleteObjectsRequest,
  GetObjectOutput,
  GetObjectRequest,
  HeadObjectOutput,
  HeadObjectRequest,
  PutObjectOutput,
  PutObjectRequest,
} from '@aws-sdk/client-s3';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext, ServiceError } from '../../operation/index.ts';
import { bytesOf, checksumMember, checksumOf, etagOf, fullChecksum } from './checksums.ts';
import { copySourceOf, parseCopySource, sourceKey } from './copy-source.ts';
import { checkCustomerKey } from './customer-key.ts';
import { checkDecryption, encryptionFor, shownEncryption, shownEtag } from './encryption.ts';
import { bucketOf, objectArn, permissionOnObject, permissionOnVersion } from './find-bucket.ts';
import { expirationOf } from './lifecycle-expiry.ts';
import { createdEvent, deletionEvent, type ObjectEvent, putEvent } from './make-event.ts';
import { attributesToStore } from './object-attributes.ts';
import { checkReadable, read } from './read-object.ts';
import { checkWriteConditions } from './s3-conditions.ts';
import { invalidArgument, invalidRequest, malformedXml } from './s3-errors.ts';
import type { BucketRecord, ObjectAttributes, ObjectTag, StoredObject } from './state/index.ts';
import { statedTags } from './tagging.ts';
import { tellEvent } from './tell-event.ts';
import {
  type Deletion,
  deleteKey,
  deleteVersion,
  noSuchVersion,
  shownVersion,
  storeObject,
} from './versions.ts';

/** "The request can contain a list of up to 1,000 keys" (API reference). */
const MAX_KEYS = 1000;

export default {
  PutObject: defineOperation<PutObjectRequest, PutObjectOutput>({
    access: permissionOnObject('s3:PutObject'),
    handle: async (context) => {
      const { input, clock } = context;
      const key = input.Key ?? '';
      const attributes = {
        ...attributesToStore('PutObject', input, bucketOf(context)),
        Tags: statedTags(context),
      };
      const body = bytesOf(input.Body);
      const encryption = await encryptionFor(context);
      const [md5, checksum] = await Promise.all([etagOf(body), checksumOf(input, body)]);
      const etag = shownEtag(md5, encryption, context);
      // Both at once, so that of two writes on one condition one is refused.
      const bucket = bucketOf(context);
      checkWriteConditions(bucket, key, input);
      const modified = accountTime(clock);
      const object = { key, body, etag, modified, attributes, encryption, checksum };
      const version = storeObject(bucket, object, context);
      await tellEvent(createdEvent(putEvent(context), object, version), bucket, context);
      return {
        ...version,
        ETag: etag,
        ...shownEncryption(encryption),
        Expiration: expirationOf(bucket, object),
        ...checksumMember(checksum),
        ChecksumType: checksum.type,
      };
    },
  }),

  GetObject: defineOperation<GetObjectRequest, GetObjectOutput>({
    access: permissionOnVersion('s3:GetObject', 's3:GetObjectVersion'),
    handle: async (context) => {
      const { object, range, output } = read(context);
      checkReadable(object);
      await checkDecryption(context, object, context.input);
      const body = range ? object.body.subarray(range.start, range.end) : object.body;
      // The protocol takes bytes; the SDK's type is what a client gets.
      return { ...output, Body: body as unknown as GetObjectOutput['Body'] };
    },
  }),

  /** "You need the s3:GetObject permission" (API reference). */
  HeadObject: defineOperation<HeadObjectRequest, HeadObjectOutput>({
    access: permissionOnVersion('s3:GetObject', 's3:GetObjectVersion'),
    handle: async (context) => {
      const { object, output: found } = read(context);
      const { Body: _, ...output } = found;
      // Metadata is not encrypted: no key of KMS is asked for.
      await checkCustomerKey(object, context.input);
      return output;
    },
  }),

  CopyObject: defineOperation<CopyObjectRequest, CopyObjectOutput>({
    access: permissionOnObject('s3:PutObject'),
    handle: async (context) => {
      const { input, clock, state } = context;
      const key = input.Key ?? '';
      const source = copySourceOf(context);
      refuseCopyToItself(input);
      await checkDecryption(context, source, sourceKey(input));
      const { body } = source;
      const attributes = { ...attributesFor(context, source), Tags: tagsFor(context, source) };
      const algorithm = input.ChecksumAlgorithm ?? source.checksum.algorithm;
      const encryption = await encryptionFor(context);
      const [md5, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
      const etag = shownEtag(md5, encryption, context);
      const modified = accountTime(clock);
      const bucket = bucketOf(context);
      checkWriteConditions(bucket, key, input);
      const object = { key, body, etag, modified, attributes, encryption, checksum };
      const version = storeObject(bucket, object, context);
      const copied = { name: 'ObjectCreated:Copy', reason: 'CopyObject' };
      await tellEvent(createdEvent(copied, object, version), bucket, context);
      const { Bucket } = parseCopySource(input.CopySource ?? '');
      const CopySourceVersionId = shownVersion(bucketOf({ input: { Bucket }, state }), source).VersionId;
      const result = { ETag: etag, LastModified: modified, ChecksumType: checksum.type };
      return {
        ...version,
        CopySourceVersionId,
        CopyObjectResult: { ...result, ...checksumMember(checksum) },
        ...shownEncryption(encryption),
        Expiration: expirationOf(bucket, object),
      };
    },
  }),

  /** Deleting what is not there succeeds as well. */
  DeleteObject: defineOperation<DeleteObjectRequest, DeleteObjectOutput>({
    access: permissionOnVersion('s3:DeleteObject', 's3:DeleteObjectVersion'),
    handle: async (context) => {
      const { Key = '', IfMatch, VersionId } = context.input;
      refuseBypass(context.input);
      const bucket = bucketOf(context);
      if (IfMatch !== undefined) checkWriteConditions(bucket, Key, { IfMatch });
      const { deletion, event } = remove(bucket, { Key, VersionId }, context);
      if (event) await tellEvent(event, bucket, context);
      return deletion ?? { VersionId };
    },
  }),

  DeleteObjects: defineOperation<DeleteObjectsRequest, DeleteObjectsOutput>({
    // Each key is judged by itself.
    access: 'none',
    handle: async (context) => {
      const { Bucket, Delete } = context.input;
      refuseBypass(context.input);
      const named = (Delete?.Objects ?? []).map(({ Key = '', VersionId }) => ({ Key, VersionId }));
      if (named.length === 0 || named.length > MAX_KEYS || named.some(({ Key }) => Key === ''))
        throw malformedXml();
      const bucket = bucketOf(context);
      const output = { Deleted: [] as DeletedObject[], Errors: [] as object[] };
      const events: ObjectEvent[] = [];
      for (const { Key, VersionId } of named) {
        const action = VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
        const refused = refusalOf(() => {
          context.require({ action, resource: objectArn({ Bucket, Key }) });
          const { deletion, event } = remove(bucket, { Key, VersionId }, context);
          const deleted = toDeletedObject({ Key, VersionId }, deletion);
          if (Delete?.Quiet !== true) output.Deleted.push(deleted);
          if (event) events.push(event);
        });
        if (refused) output.Errors.push({ Key, VersionId, Code: refused.code, Message: refused.message });
      }
      for (const event of events) await tellEvent(event, bucket, context);
      return output;
    },
  }),
};

/** The source's, unless they are to be replaced; its storage class and redirection are never copied. */
function attributesFor(context: OperationContext<CopyObjectRequest>, source: StoredObject): ObjectAttributes {
  const { input } = context;
  const stated = attributesToStore('CopyObject', input, bucketOf(context));
  const { MetadataDirective = 'COPY' } = input;
  if (MetadataDirective === 'REPLACE') return stated;
  if (MetadataDirective !== 'COPY')
    throw invalidArgument('Unknown metadata directive.', 'x-amz-metadata-directive', MetadataDirective);
  const { StorageClass, WebsiteRedirectLocation } = stated;
  return { ...source.attributes, StorageClass, WebsiteRedirectLocation };
}

/** The source's, if the caller may read them, unless they are to be replaced. */
function tagsFor(context: OperationContext<CopyObjectRequest>, source: StoredObject): readonly ObjectTag[] {
  if (context.input.TaggingDirective === 'REPLACE') return statedTags(context);
  const tags = source.attributes.Tags ?? [];
  const resource = objectArn(parseCopySource(context.input.CopySource ?? ''));
  if (tags.length > 0) context.require({ action: 's3:GetObjectTagging', resource });
  return tags;
}

/** Text of S3. */
function refuseCopyToItself(input: CopyObjectRequest): void {
  const source = parseCopySource(input.CopySource ?? '');
  const changes =
    input.MetadataDirective === 'REPLACE' ||
    input.StorageClass !== undefined ||
    input.WebsiteRedirectLocation !== undefined ||
    input.ServerSideEncryption !== undefined ||
    input.SSECustomerAlgorithm !== undefined ||
    input.ChecksumAlgorithm !== undefined;
  // "Copy a previous version of the object into the same bucket" restores it (S3 User Guide, "Restoring previous versions").
  if (changes || source.VersionId !== undefined) return;
  if (source.Bucket !== input.Bucket || source.Key !== input.Key) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

interface NamedVersion {
  readonly Key: string;
  readonly VersionId: string | undefined;
}

/** Deletes a key or a version; no deletion where there is no such version, and no event where nothing was there. */
function remove(
  bucket: BucketRecord,
  { Key, VersionId }: NamedVersion,
  context: Pick<OperationContext<object>, 'random' | 'clock'>,
): { readonly deletion: Deletion | undefined; readonly event: ObjectEvent | undefined } {
  const wasThere = bucket.objects.versions(Key).length > 0;
  const deletion =
    VersionId === undefined ? deleteKey(bucket, Key, context) : deleteVersion(bucket, Key, VersionId);
  const isMade = VersionId === undefined && deletion?.DeleteMarker === true;
  if (!deletion || (!wasThere && !isMade)) return { deletion, event: undefined };
  return { deletion, event: deletionEvent('ObjectRemoved', Key, isMade, deletion.VersionId) };
}

/** As DeleteObjects tells it. */
function toDeletedObject({ Key, VersionId }: NamedVersion, deletion: Deletion | undefined): DeletedObject {
  if (VersionId !== undefined && !deletion) throw noSuchVersion(Key, VersionId);
  const { DeleteMarker, VersionId: id } = deletion ?? {};
  return { Key, VersionId, DeleteMarker, DeleteMarkerVersionId: DeleteMarker && id };
}

function refusalOf(check: () => void): ServiceError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

/** Text of S3. No bucket of the sandbox has an object lock. */
function refuseBypass({ BypassGovernanceRetention }: { readonly BypassGovernanceRetention?: boolean }): void {
  if (BypassGovernanceRetention === undefined) return;
  throw invalidArgument(
    'x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.',
    'x-amz-bypass-governance-retention',
  );
}
