import type { UploadPartOutput, UploadPartRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { ENCRYPTED } from '../attributes.ts';
import { checksumMember, DEFAULT_ALGORITHM, etagOf, fullChecksum } from '../checksums.ts';
import { bucketOf } from '../locate.ts';
import { checkPartChecksum, checkPartNumber, uploadOf } from '../multipart.ts';
import { bytesOf, statedAlgorithm, wholeSeconds } from '../write.ts';

export default defineOperation<UploadPartRequest, UploadPartOutput>({
  name: 'UploadPart',
  access: onObject('s3:PutObject'),
  handle: async (context) => {
    const { input, clock } = context;
    const number = checkPartNumber(input.PartNumber);
    const upload = uploadOf(bucketOf(context), input);
    const stated = statedAlgorithm(input);
    checkPartChecksum(upload, stated);
    const body = bytesOf(input.Body);
    const algorithm = stated ?? upload.checksum?.algorithm ?? DEFAULT_ALGORITHM;
    const [etag, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
    upload.parts.set(number, { number, body, etag, modified: wholeSeconds(clock.account()), checksum });
    return { ETag: etag, ...ENCRYPTED, ...(stated ? checksumMember(checksum) : {}) };
  },
});
