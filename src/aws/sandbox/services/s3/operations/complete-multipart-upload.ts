import type {
  CompletedPart,
  CompleteMultipartUploadOutput,
  CompleteMultipartUploadRequest,
} from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import type { Checksum, Part, Upload } from '../../../state/index.ts';
import { onObject } from '../access.ts';
import { ENCRYPTED } from '../attributes.ts';
import {
  checksumMember,
  compositeChecksum,
  concatenated,
  DEFAULT_ALGORITHM,
  fullChecksum,
  multipartEtag,
} from '../checksums.ts';
import { checkWriteConditions } from '../conditions.ts';
import { invalidRequest, malformedXml } from '../errors.ts';
import { bucketOf } from '../locate.ts';
import { entityTooSmall, invalidPart, invalidPartOrder, MIN_PART_BYTES, uploadOf } from '../multipart.ts';
import { wholeSeconds } from '../write.ts';

export default defineOperation<CompleteMultipartUploadRequest, CompleteMultipartUploadOutput>({
  name: 'CompleteMultipartUpload',
  access: onObject('s3:PutObject'),
  handle: async (context) => {
    const { input, clock, region } = context;
    const bucket = bucketOf(context);
    const upload = uploadOf(bucket, input);
    const parts = chosenParts(upload, input.MultipartUpload?.Parts ?? []);
    const partSizes = parts.map(({ body }) => body.length);
    checkSize(input.MpuObjectSize, partSizes);
    const body = concatenated(parts.map((part) => part.body));
    const checksum = await checksumFor(upload, parts, body);
    checkStatedChecksum(input, checksum);
    const etag = await multipartEtag(parts.map((part) => part.etag));
    const { key, attributes } = upload;
    checkWriteConditions(bucket, key, input);
    // Gone already where two completions run at once.
    uploadOf(bucket, input);
    bucket.uploads.delete(upload.id);
    const modified = wholeSeconds(clock.account());
    bucket.objects.put({ key, body, etag, modified, attributes, checksum, partSizes });
    return {
      Location: `https://${bucket.name}.s3.${region}.amazonaws.com/${encodeURIComponent(key)}`,
      Bucket: bucket.name,
      Key: key,
      ETag: etag,
      ...ENCRYPTED,
      ...checksumMember(checksum),
      ChecksumType: checksum.type,
    };
  },
});

function chosenParts(upload: Upload, listed: readonly CompletedPart[]): Part[] {
  if (listed.length === 0) throw malformedXml();
  const numbers = listed.map(({ PartNumber = 0 }) => PartNumber);
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0)))
    throw invalidPartOrder(upload.id);
  const parts = listed.map((named) => chosenPart(upload, named));
  const small = parts.slice(0, -1).find(({ body }) => body.length < MIN_PART_BYTES);
  if (small) throw entityTooSmall(small.number, small.body.length, small.etag);
  return parts;
}

function chosenPart(upload: Upload, named: CompletedPart): Part {
  const { PartNumber: number = 0, ETag = '' } = named;
  const part = upload.parts.get(number);
  const bare = ETag.replaceAll('"', '');
  if (!part || part.etag !== `"${bare}"`) throw invalidPart(upload.id, number, bare);
  const stated = named[`Checksum${part.checksum.algorithm}` as keyof CompletedPart];
  if (stated !== undefined && stated !== part.checksum.value) throw invalidPart(upload.id, number, bare);
  if (stated === undefined && upload.checksum?.type === 'COMPOSITE') throw missingChecksum(upload, number);
  return part;
}

/** Text of S3. */
function missingChecksum({ checksum }: Upload, number: number): ServiceError {
  const name = checksum?.algorithm.toLowerCase();
  return invalidRequest(
    `The upload was created using a ${name} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
  );
}

function checksumFor({ checksum }: Upload, parts: readonly Part[], body: Uint8Array): Promise<Checksum> {
  return checksum?.type === 'COMPOSITE'
    ? compositeChecksum(
        checksum.algorithm,
        parts.map((part) => part.checksum.value),
      )
    : fullChecksum(checksum?.algorithm ?? DEFAULT_ALGORITHM, body);
}

/** The text is S3's for a body; that for a whole upload is not known. */
function checkStatedChecksum(input: CompleteMultipartUploadRequest, { algorithm, value }: Checksum): void {
  const stated = input[`Checksum${algorithm}` as keyof CompleteMultipartUploadRequest];
  if (stated === undefined || stated === value) return;
  const message = `The ${algorithm.toLowerCase()} you specified did not match the calculated checksum.`;
  throw new ServiceError(400, 'BadDigest', message);
}

/** Our wording. */
function checkSize(stated: number | undefined, sizes: readonly number[]): void {
  const actual = sizes.reduce((total, size) => total + size, 0);
  if (stated === undefined || Number(stated) === actual) return;
  throw invalidRequest(
    `The provided 'x-amz-mp-object-size' header value ${stated} does not match what was computed: ${actual}`,
  );
}
