/** Bucket and key that host and path of a request to S3 name. */
export interface S3Address {
  readonly bucket?: string;
  /** Decoded; absent for a bucket itself. */
  readonly key?: string;
}

/**
 * `bucket.s3.amazonaws.com`, `bucket.s3.REGION.amazonaws.com`, with or without dual-stack; and `bucket.localhost`,
 * which the AWS SDK for JavaScript makes of an endpoint URL.
 */
const VIRTUAL_HOST = /^(?<bucket>.+)\.(?:s3(?:[.-][a-z0-9-]+(?:\.[a-z0-9-]+)*)?\.amazonaws\.com|localhost)$/;

/** A path whose `..` lead above its bucket. */
export class OutsideBucket extends Error {}

/**
 * Source: S3 User Guide, "Virtual hosting of general purpose buckets". Throws a URIError for a bad escape, and an
 * OutsideBucket.
 */
export function s3Address(host: string, path: string): S3Address {
  const virtual = bucketOfHost(host);
  const place = path.replace(/^\//, '');
  if (virtual) return withKey(virtual, place);
  if (place === '') return {};
  const [bucket = '', ...rest] = place.split('/');
  return withKey(decodeURIComponent(bucket), rest.join('/'));
}

/** The bucket that a host names, if any. */
export function bucketOfHost(host: string): string | undefined {
  return VIRTUAL_HOST.exec(host.replace(/:\d+$/, ''))?.groups?.bucket;
}

function withKey(bucket: string, path: string): S3Address {
  if (path === '') return { bucket };
  const key = decodeURIComponent(path);
  if (leavesBucket(key)) throw new OutsideBucket();
  return { bucket, key };
}

/** From left to right, `..` may not be more than what it goes up from (S3 User Guide, "Naming Amazon S3 objects"). */
function leavesBucket(key: string): boolean {
  let depth = 0;
  for (const segment of key.split('/')) {
    if (segment === '..') depth -= 1;
    else if (segment !== '' && segment !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
