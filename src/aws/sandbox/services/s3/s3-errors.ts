import { ServiceError } from '../../operation/index.ts';

/**
 * Errors of S3 about buckets, objects and uploads. Codes, statuses and texts as seen on S3 (its API reference,
 * "List of error codes", and bodies quoted by users), unless a line says that the wording is ours.
 */
export const noSuchBucket = (name: string): ServiceError =>
  new ServiceError(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: name });

export const invalidBucketName = (name: string): ServiceError =>
  new ServiceError(400, 'InvalidBucketName', 'The specified bucket is not valid.', { BucketName: name });

export const noSuchKey = (key: string): ServiceError =>
  new ServiceError(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key });

export const noSuchUpload = (id: string): ServiceError =>
  new ServiceError(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: id },
  );

export const accessDenied = (): ServiceError => new ServiceError(403, 'AccessDenied', 'Access Denied');

export const malformedXml = (): ServiceError =>
  new ServiceError(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export const invalidRequest = (message: string): ServiceError =>
  new ServiceError(400, 'InvalidRequest', message);

export const invalidArgument = (message: string, name: string, value?: string): ServiceError =>
  new ServiceError(400, 'InvalidArgument', message, {
    ArgumentName: name,
    ...(value === undefined ? {} : { ArgumentValue: value }),
  });

/** S3's own refusal of a condition that it does not know. */
export const notImplemented = (header: string): ServiceError =>
  new ServiceError(
    501,
    'NotImplemented',
    'A header you provided implies functionality that is not implemented',
    {
      Header: header,
    },
  );

/** Our wording: S3 would take it, and the sandbox would forget it. */
export const headerNotSimulated = (header: string): ServiceError =>
  new ServiceError(501, 'NotImplemented', `The Tejun sandbox does not simulate the header ${header} yet.`, {
    Header: header,
  });

/** `If-Match`, as a header is written. */
export const preconditionFailed = (condition: string): ServiceError =>
  new ServiceError(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    {
      Condition: condition,
    },
  );
