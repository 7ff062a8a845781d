import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import type { ObjectAttributes, StoredObject } from '../../../state/index.ts';
import { onObject } from '../access.ts';
import { attributesOf, ENCRYPTED } from '../attributes.ts';
import { checksumMember, etagOf, fullChecksum } from '../checksums.ts';
import { checkWriteConditions } from '../conditions.ts';
import { copySourceOf, parseCopySource } from '../copy-source.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { bucketOf } from '../locate.ts';
import { wholeSeconds } from '../write.ts';

export default defineOperation<CopyObjectRequest, CopyObjectOutput>({
  name: 'CopyObject',
  access: onObject('s3:PutObject'),
  handle: async (context) => {
    const { input, clock } = context;
    const key = input.Key ?? '';
    const source = copySourceOf(context);
    refuseCopyToItself(input);
    const { body } = source;
    const algorithm = input.ChecksumAlgorithm ?? source.checksum.algorithm;
    const [etag, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
    const modified = wholeSeconds(clock.account());
    const bucket = bucketOf(context);
    checkWriteConditions(bucket, key, input);
    bucket.objects.put({ key, body, etag, modified, attributes: attributesFor(input, source), checksum });
    const result = { ETag: etag, LastModified: modified, ChecksumType: checksum.type };
    return { CopyObjectResult: { ...result, ...checksumMember(checksum) }, ...ENCRYPTED };
  },
});

/** The source's, unless they are to be replaced; its storage class and redirection are never copied. */
function attributesFor(input: CopyObjectRequest, source: StoredObject): ObjectAttributes {
  const stated = attributesOf(input);
  const { MetadataDirective = 'COPY' } = input;
  if (MetadataDirective === 'REPLACE') return stated;
  if (MetadataDirective !== 'COPY')
    throw invalidArgument('Unknown metadata directive.', 'x-amz-metadata-directive', MetadataDirective);
  const { StorageClass, WebsiteRedirectLocation } = stated;
  return { ...source.attributes, StorageClass, WebsiteRedirectLocation };
}

/** Text of S3. */
function refuseCopyToItself(input: CopyObjectRequest): void {
  const source = parseCopySource(input.CopySource ?? '');
  const changes =
    input.MetadataDirective === 'REPLACE' ||
    input.StorageClass !== undefined ||
    input.WebsiteRedirectLocation !== undefined ||
    input.ServerSideEncryption !== undefined ||
    input.ChecksumAlgorithm !== undefined;
  if (changes || source.Bucket !== input.Bucket || source.Key !== input.Key) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
