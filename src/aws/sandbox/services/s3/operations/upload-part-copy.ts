import type { UploadPartCopyOutput, UploadPartCopyRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { ENCRYPTED } from '../attributes.ts';
import { checksumMember, DEFAULT_ALGORITHM, etagOf, fullChecksum } from '../checksums.ts';
import { copyRange, copySourceOf } from '../copy-source.ts';
import { bucketOf } from '../locate.ts';
import { checkPartNumber, uploadOf } from '../multipart.ts';
import { wholeSeconds } from '../write.ts';

export default defineOperation<UploadPartCopyRequest, UploadPartCopyOutput>({
  name: 'UploadPartCopy',
  access: onObject('s3:PutObject'),
  handle: async (context) => {
    const { input, clock } = context;
    const number = checkPartNumber(input.PartNumber);
    const upload = uploadOf(bucketOf(context), input);
    const source = copySourceOf(context);
    const { start, end } = copyRange(input.CopySourceRange, source.body.length);
    const body = source.body.subarray(start, end);
    const algorithm = upload.checksum?.algorithm ?? DEFAULT_ALGORITHM;
    const [etag, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
    const modified = wholeSeconds(clock.account());
    upload.parts.set(number, { number, body, etag, modified, checksum });
    const shown = upload.checksum ? checksumMember(checksum) : {};
    return { CopyPartResult: { ETag: etag, LastModified: modified, ...shown }, ...ENCRYPTED };
  },
});
