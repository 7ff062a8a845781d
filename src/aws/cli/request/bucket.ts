import { invalidParameterFailure } from '../failures.ts';
import type { Endpoint } from './endpoint.ts';

const NAME = '^[a-zA-Z0-9.\\-_]{1,255}$';
const ARN =
  '^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\\-.]{1,63}$|^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$';

/** Throws for a name no bucket can have, in botocore's words. */
export function checkBucketName(bucket: unknown): void {
  if (typeof bucket !== 'string' || new RegExp(NAME).test(bucket) || new RegExp(ARN).test(bucket)) return;
  throw invalidParameterFailure(
    `Parameter validation failed:\nInvalid bucket name "${bucket}": Bucket name must match the regex "${NAME}" or be an ARN matching the regex "${ARN}"`,
  );
}

/**
 * A bucket stands in the host name where DNS and the certificate allow it, else in the path.
 * The CLI asks for a bucket's location by path, which works from any region.
 */
export function bucketUrl(endpoint: Endpoint, bucket: string, operation: string): URL {
  const url = new URL(endpoint.url);
  const isDnsLabel = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(bucket);
  const isAddress = /^[\d.]+$|:/.test(url.hostname);
  if (isDnsLabel && !isAddress && operation !== 'GetBucketLocation')
    url.hostname = `${bucket}.${url.hostname}`;
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(bucket)}`;
  return url;
}
