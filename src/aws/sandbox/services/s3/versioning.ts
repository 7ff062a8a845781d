import type {
  DeleteMarkerEntry,
  GetBucketVersioningOutput,
  GetBucketVersioningRequest,
  ListObjectVersionsOutput,
  ListObjectVersionsRequest,
  ObjectVersion,
  PutBucketVersioningRequest,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { encoderOf, limitOf, listPage } from './listing.ts';
import { ownerOf } from './owner.ts';
import { headerNotSimulated, invalidArgument, malformedXml } from './s3-errors.ts';
import {
  type BucketRecord,
  compareKeys,
  isStoredObject,
  type StoredObject,
  type Version,
} from './state/index.ts';
import { checkVersionId } from './versions.ts';

export default {
  PutBucketVersioning: defineOperation<PutBucketVersioningRequest, object>({
    access: permissionOnBucket('s3:PutBucketVersioning'),
    handle: (context) => {
      const { Status, MFADelete } = context.input.VersioningConfiguration ?? {};
      if (MFADelete === 'Enabled') throw headerNotSimulated('x-amz-mfa');
      if (Status !== 'Enabled' && Status !== 'Suspended') throw malformedXml();
      bucketOf(context).settings.versioning = Status;
      return {};
    },
  }),

  GetBucketVersioning: defineOperation<GetBucketVersioningRequest, GetBucketVersioningOutput>({
    access: permissionOnBucket('s3:GetBucketVersioning'),
    handle: (context) => ({ Status: bucketOf(context).settings.versioning }),
  }),

  ListObjectVersions: defineOperation<ListObjectVersionsRequest, ListObjectVersionsOutput>({
    access: permissionOnBucket('s3:ListBucketVersions'),
    handle: (context) => {
      const { input, state } = context;
      const { KeyMarker, VersionIdMarker, Prefix, Delimiter, EncodingType } = input;
      checkMarkers(input);
      const encode = encoderOf(EncodingType);
      const limit = limitOf(input.MaxKeys, 'max-keys');
      const bucket = bucketOf(context);
      const page = listPage(versionsAfter(bucket, input), ({ key }) => key, {
        ...{ prefix: Prefix, delimiter: Delimiter, limit, after: undefined, groupsDone: false },
      });
      const last = page.last === undefined ? undefined : page.items.at(-1);
      const Owner = ownerOf(state);
      const common = (version: Version) => ({
        Key: encode(version.key),
        VersionId: version.versionId,
        IsLatest: bucket.objects.versions(version.key)[0] === version,
        LastModified: version.modified,
        Owner,
      });
      return {
        Name: input.Bucket,
        Prefix: encode(Prefix ?? ''),
        KeyMarker: encode(KeyMarker ?? ''),
        VersionIdMarker: VersionIdMarker ?? '',
        NextKeyMarker: page.last === undefined ? undefined : encode(page.last),
        NextVersionIdMarker: last && last.key === page.last ? last.versionId : undefined,
        Delimiter: Delimiter ? encode(Delimiter) : undefined,
        EncodingType,
        MaxKeys: limit,
        IsTruncated: page.last !== undefined,
        Versions: page.items
          .filter(isStoredObject)
          .map((object): ObjectVersion => ({ ...common(object), ...detailsOf(object) })),
        DeleteMarkers: page.items
          .filter((version) => !isStoredObject(version))
          .map((marker): DeleteMarkerEntry => common(marker)),
        CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
      };
    },
  }),
};

/** Text of S3. */
function checkMarkers({ KeyMarker, VersionIdMarker }: ListObjectVersionsRequest): void {
  if (!VersionIdMarker) return;
  if (!KeyMarker)
    throw invalidArgument(
      'A version-id marker cannot be specified without a key marker.',
      'version-id-marker',
      VersionIdMarker,
    );
  checkVersionId(VersionIdMarker);
}

/** All versions by key, the newest of each first, from the one after the markers on. */
function versionsAfter({ objects }: BucketRecord, input: ListObjectVersionsRequest): Version[] {
  const { KeyMarker, VersionIdMarker, Delimiter } = input;
  const all = objects.allKeys().flatMap((key) => [...objects.versions(key)]);
  if (!KeyMarker) return all;
  const marked = all.findIndex(({ key, versionId }) => key === KeyMarker && versionId === VersionIdMarker);
  if (marked >= 0) return all.slice(marked + 1);
  const isPrefix = Delimiter && KeyMarker.endsWith(Delimiter);
  return all.filter(({ key }) => compareKeys(key, KeyMarker) > 0 && !(isPrefix && key.startsWith(KeyMarker)));
}

function detailsOf({ etag, body, checksum, attributes }: StoredObject): Partial<ObjectVersion> {
  return {
    ETag: etag,
    Size: body.length,
    ChecksumAlgorithm: [checksum.algorithm as 'CRC32'],
    ChecksumType: checksum.type,
    StorageClass: attributes.StorageClass as ObjectVersion['StorageClass'],
  };
}
