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

/** Those that the CLI can compute; on demand, as few commands name one. */
const algorithms: Readonly<Record<string, () => Promise<new () => Hash>>> = {
  CRC32: async () => (await import(/* webpackChunkName: "s3-objects" */ '@aws-sdk/checksums/crc')).Crc32,
  CRC32C: async () => (await import(/* webpackChunkName: "s3-objects" */ '@aws-sdk/checksums/crc')).Crc32c,
  SHA1: async () => (await import(/* webpackChunkName: "s3-objects" */ '@aws-sdk/checksums/sha')).Sha1,
  SHA256: async () => (await import(/* webpackChunkName: "s3-objects" */ '@aws-sdk/checksums/sha')).Sha256,
};

interface Hash {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

/**
 * Computes the integrity header of a body, unless the request has one already: the checksum that `--checksum-algorithm`
 * names, else `content-md5` where S3 asks for it. The CLI sends the first in a trailer, which says the same to S3.
 */
export async function checksumHeader(
  operation: string,
  body: Uint8Array | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  if (Object.keys(headers).some(isChecksum)) return {};
  const algorithm = headers['x-amz-sdk-checksum-algorithm'];
  if (algorithm !== undefined) {
    const create = await algorithms[algorithm]?.();
    return create ? { [`x-amz-checksum-${algorithm.toLowerCase()}`]: await digest(new create(), body) } : {};
  }
  return digested.has(operation) ? { 'content-md5': await digest(new Md5(), body) } : {};
}

const isChecksum = (name: string) => /^(content-md5|x-amz-checksum-(crc|sha|xxh|md5)\w*)$/.test(name);

async function digest(hash: Hash, body: Uint8Array | undefined): Promise<string> {
  if (body !== undefined) hash.update(body);
  return btoa(String.fromCharCode(...(await hash.digest())));
}
