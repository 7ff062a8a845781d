import { ServiceError } from '../../operation/index.ts';
import { ALGORITHM_NAMES } from './checksums.ts';
import { invalidArgument, invalidRequest, noSuchUpload } from './s3-errors.ts';
import type { BucketRecord, Checksum, Upload } from './state/index.ts';

/** Botocore has no limits; S3 User Guide, "Amazon S3 multipart upload limits". */
const MAX_PART_NUMBER = 10_000;
export const MIN_PART_BYTES = 5 * 1024 ** 2;

/** Checksums that S3 can work out for a whole object from its parts (S3 User Guide, "Full object checksums"). */
const FULL_OBJECT = new Set(['CRC32', 'CRC32C', 'CRC64NVME']);

export function uploadOf(
  bucket: BucketRecord,
  { Key, UploadId = '' }: { readonly Key?: string; readonly UploadId?: string },
): Upload {
  const upload = bucket.uploads.get(UploadId);
  if (!upload || upload.key !== Key) throw noSuchUpload(UploadId);
  return upload;
}

export function checkPartNumber(number: number | undefined): number {
  if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= MAX_PART_NUMBER)
    return number;
  throw invalidArgument(
    `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`,
    'partNumber',
    String(number),
  );
}

/** Returns the checksum that a client chose at the beginning; undefined where it left the choice to S3. */
export function chosenChecksum(
  algorithm: string | undefined,
  type: string | undefined,
): Upload['checksum'] | undefined {
  if (algorithm === undefined) {
    if (type === undefined) return undefined;
    throw invalidRequest(
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  if (!ALGORITHM_NAMES.includes(algorithm))
    throw invalidRequest(
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  const chosen = type ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  if (chosen !== 'FULL_OBJECT' && chosen !== 'COMPOSITE')
    throw invalidRequest('Value for x-amz-checksum-type header is invalid.');
  const impossible = chosen === 'FULL_OBJECT' ? !FULL_OBJECT.has(algorithm) : algorithm === 'CRC64NVME';
  if (impossible)
    throw invalidRequest(
      `The ${chosen} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  return { algorithm, type: chosen };
}

/** A part must bear the checksum that was chosen for its upload. Text of S3. */
export function checkPartChecksum({ checksum }: Upload, stated: string | undefined): void {
  if (!checksum || stated === checksum.algorithm) return;
  // S3 works out what it can of a whole object by itself.
  if (stated === undefined && checksum.type === 'FULL_OBJECT') return;
  const [expected, actual] = [checksum.algorithm, stated ?? 'null'].map((name) => name.toLowerCase());
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${actual}`,
  );
}

export function checksumFields(checksum: Checksum | Upload['checksum']) {
  return checksum
    ? {
        ChecksumAlgorithm: checksum.algorithm as 'CRC32',
        ChecksumType: checksum.type,
      }
    : {};
}

export const entityTooSmall = (number: number, size: number, etag: string): ServiceError =>
  new ServiceError(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: String(size),
    MinSizeAllowed: String(MIN_PART_BYTES),
    PartNumber: String(number),
    ETag: etag.replaceAll('"', ''),
  });

export const invalidPart = (uploadId: string, number: number, etag: string): ServiceError =>
  new ServiceError(
    400,
    'InvalidPart',
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { UploadId: uploadId, PartNumber: String(number), ETag: etag.replaceAll('"', '') },
  );

export const invalidPartOrder = (uploadId: string): ServiceError =>
  new ServiceError(
    400,
    'InvalidPartOrder',
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
    { UploadId: uploadId },
  );
