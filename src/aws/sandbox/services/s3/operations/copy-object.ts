import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import { defineOperation, type OperationContext } from '../../../operation/index.ts';
import type { ObjectAttributes, ObjectTag, StoredObject } from '../../../state/index.ts';
import { onObject } from '../access.ts';
import { attributesOf, ENCRYPTED } from '../attributes.ts';
import { checksumMember, etagOf, fullChecksum } from '../checksums.ts';
import { checkWriteConditions } from '../conditions.ts';
import { copySourceOf, parseCopySource } from '../copy-source.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { bucketOf, objectArn } from '../locate.ts';
import { statedTags } from '../tagging.ts';
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
    const attributes = { ...attributesFor(input, source), Tags: tagsFor(context, source) };
    const algorithm = input.ChecksumAlgorithm ?? source.checksum.algorithm;
    const [etag, checksum] = await Promise.all([etagOf(body), fullChecksum(algorithm, body)]);
    const modified = wholeSeconds(clock.account());
    const bucket = bucketOf(context);
    checkWriteConditions(bucket, key, input);
    bucket.objects.put({ key, body, etag, modified, attributes, checksum });
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
    input.ChecksumAlgorithm !== undefined;
  if (changes || source.Bucket !== input.Bucket || source.Key !== input.Key) return;
  throw invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
