import { ServiceError } from '../errors/index.ts';

/** Texts and statuses as seen on S3. */
export const incompleteBody = (): ServiceError =>
  new ServiceError(400, 'IncompleteBody', 'The request body terminated unexpectedly');

export const wrongLength = (expected: number, provided: number): ServiceError =>
  new ServiceError(
    400,
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
    { NumberBytesExpected: String(expected), NumberBytesProvided: String(provided) },
  );

export const missingLength = (): ServiceError =>
  new ServiceError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');

export const chunkTooSmall = (chunk: number, size: number): ServiceError =>
  new ServiceError(
    403,
    'InvalidChunkSizeError',
    'Only the last chunk is allowed to have a size less than 8192 bytes',
    { Chunk: String(chunk), BadChunkSize: String(size) },
  );

export const malformedTrailer = (): ServiceError =>
  new ServiceError(
    400,
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our published schema.',
  );

export const wrongChunkSignature = (accessKeyId: string, provided: string): ServiceError =>
  new ServiceError(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    { AWSAccessKeyId: accessKeyId, SignatureProvided: provided },
  );

/** Our wording. */
export const chunksNotSigned = (): ServiceError =>
  new ServiceError(
    400,
    'InvalidRequest',
    'Signed chunks need a request that is signed with AWS4-HMAC-SHA256.',
  );
