import type { CreateMultipartUploadOutput, CreateMultipartUploadRequest } from '@aws-sdk/client-s3';
import { uploadId } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { identityOf } from '../../../state/index.ts';
import { onObject } from '../access.ts';
import { attributesOf, ENCRYPTED } from '../attributes.ts';
import { bucketOf } from '../locate.ts';
import { checksumFields, chosenChecksum } from '../multipart.ts';
import { statedTags } from '../tagging.ts';
import { wholeSeconds } from '../write.ts';

export default defineOperation<CreateMultipartUploadRequest, CreateMultipartUploadOutput>({
  name: 'CreateMultipartUpload',
  access: onObject('s3:PutObject'),
  handle: (context) => {
    const { input, caller, state, clock, random } = context;
    const { Bucket, Key = '' } = input;
    const attributes = { ...attributesOf(input), Tags: statedTags(context) };
    const checksum = chosenChecksum(input.ChecksumAlgorithm, input.ChecksumType);
    const id = uploadId(random);
    const initiated = wholeSeconds(clock.account());
    const initiator = identityOf(caller, state).arn;
    const begun = { id, key: Key, initiated, initiator, attributes, checksum, parts: new Map() };
    bucketOf(context).uploads.set(id, begun);
    return { Bucket, Key, UploadId: id, ...ENCRYPTED, ...checksumFields(checksum) };
  },
});
