/** What a URL of S3 names. */
export interface S3Address {
  readonly bucket?: string;
  /** Decoded; absent for a bucket itself. */
  readonly key?: string;
}

/**
 * `bucket.s3.amazonaws.com`, `bucket.s3.REGION.amazonaws.com`, with or without dual-stack; and `bucket.localhost`,
 * which the AWS SDK for JavaScript makes of an endpoint URL.
 */
const VIRTUAL_HOST = /^(?<bucket>.+)\.(?:s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com|localhost)$/;

/** Source: S3 User Guide, "Virtual hosting of general purpose buckets". Throws a URIError for a bad escape. */
export function s3Address(host: string, pathname: string): S3Address {
  const virtual = VIRTUAL_HOST.exec(host.replace(/:\d+$/, ''))?.groups?.bucket;
  const path = pathname.replace(/^\//, '');
  if (virtual) return withKey(virtual, path);
  if (path === '') return {};
  const [bucket = '', ...rest] = path.split('/');
  return withKey(decodeURIComponent(bucket), rest.join('/'));
}

function withKey(bucket: string, path: string): S3Address {
  return path === '' ? { bucket } : { bucket, key: decodeURIComponent(path) };
}
