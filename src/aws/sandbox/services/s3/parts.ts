import type {
  ListPartsOutput,
  ListPartsRequest,
  StorageClass,
  UploadPartCopyOutput,
  UploadPartCopyRequest,
  UploadPartOutput,
  UploadPartRequest,
} from '@aws-sdk/client-s3';
import { accountTime } from '../../clock/index.ts';
import { defineOperation } from '../../operation/index.ts';
import {
  bytesOf,
  checksumMember,
  DEFAULT_ALGORITHM,
  etagOf,
  fullChecksum,
  statedAlgorithm,
} from './checksums.ts';
import { copyRange, copySourceOf, sourceKey } from './copy-source.ts';
import { checkDecryption, shownEncryption, shownEtag } from './encryption.ts';
import { bucketOf, permissionOnObject } from './find-bucket.ts';
import { limitOf } from './listing.ts';
import { checkPartChecksum, checkPartNumber, checksumFields, uploadOf } from './multipart.ts';
import { initiatorOf, ownerOf } from './owner.ts';
import type { UploadPart } from './state/index.ts';

export default {
  UploadPart: defineOperation<UploadPartRequest, UploadPartOutput>({
    access: permissionOnObject('s3:PutObject'),
    handle: async (context) => {
      const { input, clock } = context;
      const number = checkPartNumber(input.PartNumber);
      const upload = uploadOf(bucketOf(context), input);
      const stated = statedAlgorithm(input);
      checkPartChecksum(upload, stated);
      await checkDecryption(context, upload, input);
      const body = bytesOf(input.Body);
      const algorithm = stated ?? upload.checksum?.algorithm ?? DEFAULT_ALGORITHM;
      const [md5, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
      const etag = shownEtag(md5, upload.encryption, context);
      upload.parts.set(number, { number, body, etag, modified: accountTime(clock), checksum });
      return {
        ETag: etag,
        ...shownEncryption(upload.encryption),
        ...(stated ? checksumMember(checksum) : {}),
      };
    },
  }),

  UploadPartCopy: defineOperation<UploadPartCopyRequest, UploadPartCopyOutput>({
    access: permissionOnObject('s3:PutObject'),
    handle: async (context) => {
      const { input, clock } = context;
      const number = checkPartNumber(input.PartNumber);
      const upload = uploadOf(bucketOf(context), input);
      await checkDecryption(context, upload, input);
      const source = copySourceOf(context);
      await checkDecryption(context, source, sourceKey(input));
      const { start, end } = copyRange(input.CopySourceRange, source.body.length);
      const body = source.body.subarray(start, end);
      const algorithm = upload.checksum?.algorithm ?? DEFAULT_ALGORITHM;
      const [md5, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
      const etag = shownEtag(md5, upload.encryption, context);
      const modified = accountTime(clock);
      upload.parts.set(number, { number, body, etag, modified, checksum });
      const shown = upload.checksum ? checksumMember(checksum) : {};
      return {
        CopyPartResult: { ETag: etag, LastModified: modified, ...shown },
        ...shownEncryption(upload.encryption),
      };
    },
  }),

  ListParts: defineOperation<ListPartsRequest, ListPartsOutput>({
    access: permissionOnObject('s3:ListMultipartUploadParts'),
    handle: (context) => {
      const { input, state } = context;
      const upload = uploadOf(bucketOf(context), input);
      const limit = limitOf(input.MaxParts, 'max-parts');
      const marker = Number(input.PartNumberMarker ?? 0);
      const rest = [...upload.parts.values()]
        .filter(({ number }) => number > marker)
        .sort((a, b) => a.number - b.number);
      const parts = rest.slice(0, limit);
      return {
        Bucket: input.Bucket,
        Key: input.Key,
        UploadId: upload.id,
        Initiator: initiatorOf(upload),
        Owner: ownerOf(state),
        StorageClass: upload.attributes.StorageClass as StorageClass,
        PartNumberMarker: String(marker),
        NextPartNumberMarker: String(parts.at(-1)?.number ?? 0),
        MaxParts: limit,
        IsTruncated: rest.length > parts.length,
        Parts: parts.map((part) => toPart(part, upload.checksum !== undefined)),
        ...checksumFields(upload.checksum),
      };
    },
  }),
};

function toPart({ number, modified, etag, body, checksum }: UploadPart, withChecksum: boolean) {
  const own = { PartNumber: number, LastModified: modified, ETag: etag, Size: body.length };
  return withChecksum ? { ...own, ...checksumMember(checksum) } : own;
}
