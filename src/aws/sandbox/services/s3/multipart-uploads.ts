import type {
  AbortMultipartUploadOutput,
  AbortMultipartUploadRequest,
  CompletedPart,
  CompleteMultipartUploadOutput,
  CompleteMultipartUploadRequest,
  CreateMultipartUploadOutput,
  CreateMultipartUploadRequest,
  ListMultipartUploadsOutput,
  ListMultipartUploadsRequest,
  MultipartUpload,
} from '@aws-sdk/client-s3';
import { accountTime } from '../../clock/index.ts';
import {
  type AccountState,
  defineOperation,
  identityOf,
  ServiceError,
  uploadId,
} from '../../operation/index.ts';
import {
  checksumMember,
  compositeChecksum,
  concatenated,
  DEFAULT_ALGORITHM,
  fullChecksum,
  multipartEtag,
} from './checksums.ts';
import { checkDecryption, encryptionFor, shownEncryption } from './encryption.ts';
import { bucketOf, permissionOnBucket, permissionOnObject } from './find-bucket.ts';
import { expirationOf } from './lifecycle-expiry.ts';
import { encoderOf, limitOf, listPage } from './listing.ts';
import { createdEvent } from './make-event.ts';
import {
  checksumFields,
  chosenChecksum,
  entityTooSmall,
  invalidPart,
  invalidPartOrder,
  MIN_PART_BYTES,
  uploadOf,
} from './multipart.ts';
import { attributesToStore } from './object-attributes.ts';
import { initiatorOf, ownerOf } from './owner.ts';
import { checkWriteConditions } from './s3-conditions.ts';
import { invalidRequest } from './s3-errors.ts';
import { type Checksum, compareKeys, type Upload, type UploadPart } from './state/index.ts';
import { statedTags } from './tagging.ts';
import { tellEvent } from './tell-event.ts';
import { storeObject } from './versions.ts';

/** Uploads of one key are in the order of their beginning: this stands between key and id where they are compared. */
const SEPARATOR = '\u0000';

export default {
  CreateMultipartUpload: defineOperation<CreateMultipartUploadRequest, CreateMultipartUploadOutput>({
    access: permissionOnObject('s3:PutObject'),
    handle: async (context) => {
      const { input, caller, state, clock, random } = context;
      const { Bucket, Key = '' } = input;
      const attributes = {
        ...attributesToStore('CreateMultipartUpload', input, bucketOf(context)),
        Tags: statedTags(context),
      };
      const encryption = await encryptionFor(context);
      const checksum = chosenChecksum(input.ChecksumAlgorithm, input.ChecksumType);
      const id = uploadId(random);
      const initiated = accountTime(clock);
      const initiator = identityOf(caller, state).arn;
      const begun = {
        id,
        key: Key,
        initiated,
        initiator,
        attributes,
        encryption,
        checksum,
        parts: new Map(),
      };
      bucketOf(context).uploads.set(id, begun);
      return { Bucket, Key, UploadId: id, ...shownEncryption(encryption), ...checksumFields(checksum) };
    },
  }),

  CompleteMultipartUpload: defineOperation<CompleteMultipartUploadRequest, CompleteMultipartUploadOutput>({
    access: permissionOnObject('s3:PutObject'),
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
      const { key, attributes, encryption } = upload;
      if ('dataKey' in encryption) await checkDecryption(context, upload, {});
      checkWriteConditions(bucket, key, input);
      // Gone already where two completions run at once.
      uploadOf(bucket, input);
      bucket.uploads.delete(upload.id);
      const modified = accountTime(clock);
      const object = { key, body, etag, modified, attributes, encryption, checksum, partSizes };
      const version = storeObject(bucket, object, context);
      const completed = { name: 'ObjectCreated:CompleteMultipartUpload', reason: 'CompleteMultipartUpload' };
      await tellEvent(createdEvent(completed, object, version), bucket, context);
      return {
        ...version,
        Location: `https://${bucket.name}.s3.${region}.amazonaws.com/${encodeURIComponent(key)}`,
        Bucket: bucket.name,
        Key: key,
        ETag: etag,
        ...(encryption.kind === 'customer' ? {} : shownEncryption(encryption)),
        Expiration: expirationOf(bucket, object),
        ...checksumMember(checksum),
        ChecksumType: checksum.type,
      };
    },
  }),

  AbortMultipartUpload: defineOperation<AbortMultipartUploadRequest, AbortMultipartUploadOutput>({
    access: permissionOnObject('s3:AbortMultipartUpload'),
    handle: (context) => {
      const bucket = bucketOf(context);
      bucket.uploads.delete(uploadOf(bucket, context.input).id);
      return {};
    },
  }),

  ListMultipartUploads: defineOperation<ListMultipartUploadsRequest, ListMultipartUploadsOutput>({
    access: permissionOnBucket('s3:ListBucketMultipartUploads'),
    handle: (context) => {
      const { input, state } = context;
      const encode = encoderOf(input.EncodingType);
      const limit = limitOf(input.MaxUploads, 'max-uploads');
      const page = listPage(remaining([...bucketOf(context).uploads.values()], input), ({ key }) => key, {
        prefix: input.Prefix,
        delimiter: input.Delimiter,
        limit,
        after: undefined,
        groupsDone: false,
      });
      const last = page.last === undefined ? undefined : page.items.at(-1);
      return {
        Bucket: input.Bucket,
        KeyMarker: encode(input.KeyMarker ?? ''),
        UploadIdMarker: input.UploadIdMarker ?? '',
        NextKeyMarker: page.last === undefined ? '' : encode(page.last),
        NextUploadIdMarker: last && last.key === page.last ? last.id : '',
        Prefix: input.Prefix === undefined ? undefined : encode(input.Prefix),
        Delimiter: input.Delimiter && encode(input.Delimiter),
        EncodingType: input.EncodingType,
        MaxUploads: limit,
        IsTruncated: page.last !== undefined,
        Uploads: page.items.map((upload) => toUpload(upload, state, encode)),
        CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
      };
    },
  }),
};

function chosenParts(upload: Upload, listed: readonly CompletedPart[]): UploadPart[] {
  if (listed.length === 0) throw invalidRequest('You must specify at least one part');
  const numbers = listed.map(({ PartNumber = 0 }) => PartNumber);
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0)))
    throw invalidPartOrder(upload.id);
  const parts = listed.map((named) => chosenPart(upload, named));
  const small = parts.slice(0, -1).find(({ body }) => body.length < MIN_PART_BYTES);
  if (small) throw entityTooSmall(small.number, small.body.length, small.etag);
  return parts;
}

function chosenPart(upload: Upload, named: CompletedPart): UploadPart {
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

function checksumFor(
  { checksum }: Upload,
  parts: readonly UploadPart[],
  body: Uint8Array,
): Promise<Checksum> {
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

/** After the markers, by key and then by time. An upload id marker counts only beside a key marker (API reference). */
function remaining(uploads: Upload[], input: ListMultipartUploadsRequest): Upload[] {
  const { KeyMarker, UploadIdMarker, Delimiter } = input;
  const sorted = uploads.sort((a, b) => compareKeys(a.key + SEPARATOR, b.key + SEPARATOR));
  if (!KeyMarker) return sorted;
  const marked = sorted.findIndex(({ key, id }) => key === KeyMarker && id === UploadIdMarker);
  if (marked >= 0) return sorted.slice(marked + 1);
  const isPrefix = Delimiter && KeyMarker.endsWith(Delimiter);
  return sorted.filter(
    ({ key }) => compareKeys(key, KeyMarker) > 0 && !(isPrefix && key.startsWith(KeyMarker)),
  );
}

function toUpload(upload: Upload, state: AccountState, encode: (text: string) => string): MultipartUpload {
  return {
    UploadId: upload.id,
    Key: encode(upload.key),
    Initiated: upload.initiated,
    StorageClass: upload.attributes.StorageClass as MultipartUpload['StorageClass'],
    Owner: ownerOf(state),
    Initiator: initiatorOf(upload),
    ...checksumFields(upload.checksum),
  };
}
