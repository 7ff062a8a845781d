import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onObject } from '../access.ts';
import { attributesOf, ENCRYPTED } from '../attributes.ts';
import { checksumMember, etagOf } from '../checksums.ts';
import { checkWriteConditions } from '../conditions.ts';
import { bucketOf } from '../locate.ts';
import { statedTags } from '../tagging.ts';
import { bytesOf, checksumOf, wholeSeconds } from '../write.ts';

export default defineOperation<PutObjectRequest, PutObjectOutput>({
  name: 'PutObject',
  access: onObject('s3:PutObject'),
  handle: async (context) => {
    const { input, clock } = context;
    const key = input.Key ?? '';
    const attributes = { ...attributesOf(input), Tags: statedTags(context) };
    const body = bytesOf(input.Body);
    const [etag, checksum] = await Promise.all([etagOf(body), checksumOf(input, body)]);
    // Both at once, so that of two writes on one condition one is refused.
    const bucket = bucketOf(context);
    checkWriteConditions(bucket, key, input);
    bucket.objects.put({ key, body, etag, modified: wholeSeconds(clock.account()), attributes, checksum });
    return { ETag: etag, ...ENCRYPTED, ...checksumMember(checksum), ChecksumType: checksum.type };
  },
});
