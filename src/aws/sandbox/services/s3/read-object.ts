import type { GetObjectOutput, GetObjectRequest } from '@aws-sdk/client-s3';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { checksumMember } from './checksums.ts';
import { type ByteRange, contentRange, readRange } from './contents.ts';
import { shownEncryption } from './encryption.ts';
import { bucketArn, bucketOf } from './find-bucket.ts';
import { expirationOf } from './lifecycle-expiry.ts';
import { checkReadConditions } from './s3-conditions.ts';
import { invalidArgument, invalidRequest, noSuchKey } from './s3-errors.ts';
import type { StoredObject } from './state/index.ts';
import { objectVersion, shownVersion } from './versions.ts';

type ReadContext = OperationContext<GetObjectRequest>;

/** An object, or as much of it as is asked for, as GetObject and HeadObject tell of it. */
export interface ObjectResponse {
  readonly object: StoredObject;
  readonly range: ByteRange | undefined;
  readonly output: GetObjectOutput;
}

export function read(context: ReadContext): ObjectResponse {
  const { input } = context;
  const object = findObject(context, input);
  checkReadConditions(object, input, context.clock.account());
  const part = partRange(object, input);
  const range = part ?? readRange(input.Range, object.body.length);
  return {
    object,
    range,
    output: {
      ...describe(object, range, input),
      ...shownVersion(bucketOf(context), object),
      Expiration: input.VersionId === undefined ? expirationOf(bucketOf(context), object) : undefined,
      ...overrides(input),
    },
  };
}

/** Storage classes whose objects must be restored before they are read (S3 User Guide). */
const ARCHIVES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Throws a ServiceError where an object is archived: its bytes cannot be read or copied. Text of S3. */
export function checkReadable({ attributes: { StorageClass = 'STANDARD' } }: StoredObject): void {
  if (!ARCHIVES.has(StorageClass)) return;
  throw new ServiceError(
    403,
    'InvalidObjectState',
    "The operation is not valid for the object's storage class",
    { StorageClass },
  );
}

/** Finds an object. Only callers who may list learn that a key does not exist (API reference, GetObject). */
export function findObject(
  context: Pick<ReadContext, 'input' | 'state' | 'require'>,
  { Bucket, Key = '', VersionId }: Pick<GetObjectRequest, 'Bucket' | 'Key' | 'VersionId'>,
  method = 'GET',
): StoredObject {
  const bucket = bucketOf({ input: { Bucket }, state: context.state });
  if (VersionId !== undefined) return objectVersion(bucket, Key, VersionId, method);
  const object = bucket.objects.get(Key);
  if (object) return object;
  context.require({ action: 's3:ListBucket', resource: bucketArn({ Bucket }) });
  throw noSuchKey(Key);
}

function describe(
  object: StoredObject,
  range: ByteRange | undefined,
  input: GetObjectRequest,
): GetObjectOutput {
  const { StorageClass, Expires, Tags, ...attributes } = object.attributes;
  const size = object.body.length;
  // S3 gives the checksum of an object, not of a range of it that leaves something out.
  const isWhole = range === undefined || range.end - range.start === size;
  const shown = input.ChecksumMode === 'ENABLED' && isWhole;
  return {
    ...attributes,
    ...shownEncryption(object.encryption),
    AcceptRanges: 'bytes',
    LastModified: object.modified,
    ETag: object.etag,
    ContentLength: range ? range.end - range.start : size,
    ContentRange: range && contentRange(range, size),
    Expires,
    // "S3 returns this header for all objects except for S3 Standard storage class objects" (API reference).
    StorageClass: StorageClass === 'STANDARD' ? undefined : (StorageClass as GetObjectOutput['StorageClass']),
    TagCount: Tags?.length || undefined,
    PartsCount: input.PartNumber === undefined ? undefined : object.partSizes?.length,
    ...(shown ? { ...checksumMember(object.checksum), ChecksumType: object.checksum.type } : {}),
  };
}

function overrides(input: GetObjectRequest): GetObjectOutput {
  const stated = {
    CacheControl: input.ResponseCacheControl,
    ContentDisposition: input.ResponseContentDisposition,
    ContentEncoding: input.ResponseContentEncoding,
    ContentLanguage: input.ResponseContentLanguage,
    ContentType: input.ResponseContentType,
    Expires: input.ResponseExpires,
  };
  const given = Object.entries(stated).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) checkHeaderValue(`response-${kebab(name)}`, value);
  return Object.fromEntries(given);
}

const kebab = (name: string): string => name.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase();

/** As S3 was seen to answer (guardian/grid, pull request 1716); for control characters by analogy. */
function checkHeaderValue(parameter: string, value: unknown): void {
  if (typeof value === 'string' && /[^\t\x20-\x7e\x80-\xff]/.test(value))
    throw invalidArgument('Header value cannot be represented using ISO-8859-1.', parameter, value);
}

function partRange(object: StoredObject, { PartNumber, Range }: GetObjectRequest): ByteRange | undefined {
  if (PartNumber === undefined) return undefined;
  if (Range !== undefined)
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  const sizes = object.partSizes ?? [object.body.length];
  const size = sizes[PartNumber - 1];
  if (size === undefined)
    throw new ServiceError(416, 'InvalidPartNumber', 'The requested partnumber is not satisfiable', {
      PartNumberRequested: String(PartNumber),
      ActualPartCount: String(sizes.length),
    });
  const start = sizes.slice(0, PartNumber - 1).reduce((total, each) => total + each, 0);
  return size === 0 ? undefined : { start, end: start + size };
}
