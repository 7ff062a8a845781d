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

/** `x-amz-copy-source` is percent-encoded but for its slashes; a version stands behind `?versionId=`. */
export function withQuotedSource(input: Record<string, unknown>): Record<string, unknown> {
  const source = input.CopySource;
  if (typeof source !== 'string') return input;
  const [path = '', version] = source.split('?versionId=');
  const quoted = path.split('/').map(percentEncode).join('/');
  return { ...input, CopySource: version === undefined ? quoted : `${quoted}?versionId=${version}` };
}

const percentEncode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Throws for metadata that cannot stand in headers, in botocore's words (its validate_ascii_metadata). */
export function checkMetadata(metadata: unknown): void {
  for (const [key, value] of Object.entries(metadata ?? {}))
    if (/[^\0-\x7f]/.test(key + value))
      throw invalidParameterFailure(
        `Parameter validation failed:\nNon ascii characters found in S3 metadata for key "${key}", value: "${value}".  \nS3 metadata can only contain ASCII characters. `,
      );
}

type Data = Record<string, unknown>;

interface Encoded {
  readonly members: readonly string[];
  /** Lists, and the member of their items. */
  readonly items: Readonly<Record<string, string>>;
}

const contents = { Contents: 'Key', CommonPrefixes: 'Prefix' };

/** Listings whose keys the CLI asks for URL-encoded, XML having no way to write some of them (botocore's handlers.py). */
const listings: Readonly<Record<string, Encoded>> = {
  ListObjects: { members: ['Delimiter', 'Marker', 'NextMarker'], items: contents },
  ListObjectsV2: { members: ['Delimiter', 'Prefix', 'StartAfter'], items: contents },
  ListObjectVersions: {
    members: ['KeyMarker', 'NextKeyMarker', 'Prefix', 'Delimiter'],
    items: { Versions: 'Key', DeleteMarkers: 'Key', CommonPrefixes: 'Prefix' },
  },
};

/** True when the CLI itself asks for encoded keys, and so decodes them. */
export const encodesKeys = (operation: string, input: Data): boolean =>
  operation in listings && !('EncodingType' in input);

/** The answer with its keys as they are. */
export function decodeKeys(operation: string, answer: Data): Data {
  const listing = listings[operation];
  if (!listing || answer.EncodingType !== 'url') return answer;
  const decoded = decodeMembers(answer, listing.members);
  for (const [list, member] of Object.entries(listing.items)) {
    const items = decoded[list];
    if (Array.isArray(items)) decoded[list] = items.map((item: Data) => decodeMembers(item, [member]));
  }
  return decoded;
}

function decodeMembers(data: Data, names: readonly string[]): Data {
  const change = (name: string, value: unknown) =>
    names.includes(name) && typeof value === 'string' ? decode(value) : value;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, change(name, value)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
