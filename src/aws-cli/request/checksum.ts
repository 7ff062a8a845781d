import { Md5 } from '@smithy/core/checksum';

/** Operations of S3 whose body the CLI sends with its MD5: S3 asks for it (`httpChecksumRequired`), or it is content. */
const digested = new Set([
  ...['PutObject', 'UploadPart'],
  ...['DeleteObjects', 'PutBucketAcl', 'PutBucketCors', 'PutBucketEncryption', 'PutBucketLifecycle'],
  ...['PutBucketLifecycleConfiguration', 'PutBucketLogging', 'PutBucketNotification', 'PutBucketPolicy'],
  ...['PutBucketReplication', 'PutBucketRequestPayment', 'PutBucketTagging', 'PutBucketVersioning'],
  ...['PutBucketWebsite', 'PutObjectAcl', 'PutObjectLegalHold', 'PutObjectLockConfiguration'],
  ...['PutObjectRetention', 'PutObjectTagging', 'PutPublicAccessBlock', 'PutBucketOwnershipControls'],
]);

/** `content-md5` where S3 asks for it. */
export async function checksumHeader(
  operation: string,
  body: Uint8Array | undefined,
): Promise<Record<string, string>> {
  if (!digested.has(operation)) return {};
  const md5 = new Md5();
  if (body !== undefined) md5.update(body);
  const bytes = await md5.digest();
  return { 'content-md5': btoa(String.fromCharCode(...bytes)) };
}
