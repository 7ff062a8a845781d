import { fromBase64, toBase64 } from '@smithy/core/serde';
import { type ReceivedRequest, ServiceError } from '../../operation/index.ts';
import { ALGORITHM_NAMES, digest, isChecksum } from './checksums.ts';
import { invalidRequest } from './s3-errors.ts';

/** Their checksum headers say something of an object, not of the body. */
const ABOUT_THE_OBJECT = new Set(['CompleteMultipartUpload', 'CreateMultipartUpload', 'CopyObject']);

/** "The Content-MD5 request header is required" for these, or a checksum header (API reference). */
const DEMANDED = new Set(['DeleteObjects']);

/** Throws a ServiceError where the body is not what `Content-MD5` or `x-amz-checksum-*` says. Texts of S3. */
export async function checkIntegrity({ message, operation }: ReceivedRequest): Promise<void> {
  const { headers, body } = message;
  const md5 = headers.get('content-md5');
  if (md5 !== null) await checkMd5(md5, body);
  if (ABOUT_THE_OBJECT.has(operation)) return;
  const stated = ALGORITHM_NAMES.filter((name) => headers.has(headerOf(name)));
  if (stated.length > 1)
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const [algorithm] = stated;
  checkAnnounced(headers.get('x-amz-sdk-checksum-algorithm'), algorithm);
  if (algorithm) await checkChecksum(algorithm, headers.get(headerOf(algorithm)) ?? '', body);
  else if (md5 === null && DEMANDED.has(operation))
    throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
}

async function checkMd5(stated: string, body: Uint8Array): Promise<void> {
  if (!isChecksum('MD5', stated))
    throw new ServiceError(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.', {
      'Content-MD5': stated,
    });
  const calculated = await digest('MD5', body);
  if (toBase64(calculated) === toBase64(fromBase64(stated))) return;
  throw new ServiceError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.', {
    ExpectedDigest: stated,
    CalculatedDigest: toBase64(calculated),
  });
}

async function checkChecksum(algorithm: string, stated: string, body: Uint8Array): Promise<void> {
  if (!isChecksum(algorithm, stated))
    throw invalidRequest(`Value for ${headerOf(algorithm)} header is invalid.`);
  if (toBase64(await digest(algorithm, body)) === stated) return;
  throw new ServiceError(
    400,
    'BadDigest',
    `The ${algorithm} you specified did not match the calculated checksum.`,
  );
}

function checkAnnounced(announced: string | null, algorithm: string | undefined): void {
  if (announced === null) return;
  if (!ALGORITHM_NAMES.includes(announced.toUpperCase()))
    throw invalidRequest(
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]',
    );
  if (algorithm === undefined)
    throw invalidRequest(
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    );
  if (announced.toUpperCase() !== algorithm)
    throw invalidRequest('Value for x-amz-sdk-checksum-algorithm header is invalid.');
}

function headerOf(algorithm: string): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}
