import type { ListPartsOutput, ListPartsRequest, StorageClass } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import type { Part } from '../../../state/index.ts';
import { onObject } from '../access.ts';
import { checksumMember } from '../checksums.ts';
import { limitOf } from '../listing.ts';
import { bucketOf } from '../locate.ts';
import { checksumFields, uploadOf } from '../multipart.ts';
import { initiatorOf, ownerOf } from '../owner.ts';

export default defineOperation<ListPartsRequest, ListPartsOutput>({
  name: 'ListParts',
  access: onObject('s3:ListMultipartUploadParts'),
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
});

function toPart({ number, modified, etag, body, checksum }: Part, withChecksum: boolean) {
  const own = { PartNumber: number, LastModified: modified, ETag: etag, Size: body.length };
  return withChecksum ? { ...own, ...checksumMember(checksum) } : own;
}
