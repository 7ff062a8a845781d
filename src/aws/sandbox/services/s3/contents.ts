import type { _Object, CommonPrefix } from '@aws-sdk/client-s3';
import type { ConditionValues } from '../../authorization/index.ts';
import { type AccountState, type OperationContext, ServiceError } from '../../operation/index.ts';
import { bucketOf } from './find-bucket.ts';
import { type ListingRequest, listPage } from './listing.ts';
import type { StoredObject } from './state/index.ts';

interface ContentsRequest extends ListingRequest {
  /** True where each object names its owner. */
  readonly owner: boolean;
  encode(text: string): string;
}

interface Contents {
  readonly Contents: _Object[];
  readonly CommonPrefixes: CommonPrefix[];
  readonly last?: string;
}

interface Listed {
  readonly Prefix?: string;
  readonly Delimiter?: string;
  readonly MaxKeys?: number;
}

/** A page of a bucket's objects, as both versions of ListObjects give it. */
function contentsOf(
  context: Pick<OperationContext<{ readonly Bucket?: string }>, 'input' | 'state'>,
  request: ContentsRequest,
): Contents {
  const { objects } = bucketOf(context);
  const page = listPage(objects.keys(), (key) => key, request);
  return {
    Contents: page.items.flatMap((key) => {
      const object = objects.get(key);
      return object ? [toContent(object, context.state, request)] : [];
    }),
    CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: request.encode(prefix) })),
    last: page.last,
  };
}

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3". */
function conditionsOfListing({ Prefix, Delimiter, MaxKeys }: Listed): ConditionValues {
  return {
    's3:prefix': Prefix ?? '',
    's3:delimiter': Delimiter,
    's3:max-keys': MaxKeys === undefined ? undefined : String(MaxKeys),
  };
}

export const listing = { of: contentsOf, conditions: conditionsOfListing };

function toContent(object: StoredObject, state: AccountState, request: ContentsRequest): _Object {
  const { algorithm, type } = object.checksum;
  return {
    Key: request.encode(object.key),
    LastModified: object.modified,
    ETag: object.etag,
    ChecksumAlgorithm: [algorithm as 'CRC32'],
    ChecksumType: type,
    Size: object.body.length,
    StorageClass: object.attributes.StorageClass as _Object['StorageClass'],
    Owner: request.owner ? { ID: state.canonicalUserId } : undefined,
  };
}

/** The bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Parses a `Range` header for an object of `size` bytes; undefined where all are sent: S3 gives no more than one range, and
 * overlooks a header that it cannot read (RFC 9110, 14.2). Throws a ServiceError for a range with no byte in it.
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!header || !match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= size) throw unsatisfiable(header, size);
  return { start, end };
}

/** `bytes 0-4/10` */
export function contentRange({ start, end }: ByteRange, size: number): string {
  return `bytes ${start}-${end - 1}/${size}`;
}

function unsatisfiable(header: string, size: number): ServiceError {
  return new ServiceError(
    416,
    'InvalidRange',
    'The requested range is not satisfiable',
    { RangeRequested: header, ActualObjectSize: String(size) },
    { 'content-range': `bytes */${size}` },
  );
}
