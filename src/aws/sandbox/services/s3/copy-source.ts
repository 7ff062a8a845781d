import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { type ByteRange, readRange } from './contents.ts';
import type { StatedCustomerKey } from './customer-key.ts';
import { objectArn } from './find-bucket.ts';
import { checkReadable, findObject } from './read-object.ts';
import { checkCopyConditions } from './s3-conditions.ts';
import { invalidArgument, invalidRequest } from './s3-errors.ts';
import type { StoredObject } from './state/index.ts';

interface CopyInput extends StatedSourceKey {
  readonly CopySource?: string;
  readonly CopySourceIfMatch?: string;
  readonly CopySourceIfNoneMatch?: string;
  readonly CopySourceIfModifiedSince?: Date;
  readonly CopySourceIfUnmodifiedSince?: Date;
}

/** The key that a copy provides for its source (SSE-C). */
interface StatedSourceKey {
  readonly CopySourceSSECustomerAlgorithm?: string;
  readonly CopySourceSSECustomerKey?: string;
  readonly CopySourceSSECustomerKeyMD5?: string;
}

export const sourceKey = (input: StatedSourceKey): StatedCustomerKey => ({
  SSECustomerAlgorithm: input.CopySourceSSECustomerAlgorithm,
  SSECustomerKey: input.CopySourceSSECustomerKey,
  SSECustomerKeyMD5: input.CopySourceSSECustomerKeyMD5,
});

/** The object that a copy reads, if the caller may read it. Throws a ServiceError. */
export function copySourceOf(
  context: Pick<OperationContext<CopyInput>, 'input' | 'state' | 'require' | 'clock'>,
): StoredObject {
  const { input } = context;
  const source = parseCopySource(input.CopySource ?? '');
  context.require({ action: 's3:GetObject', resource: objectArn(source) });
  const { state, require, clock } = context;
  const object = findObject({ input: source, state, require }, source);
  checkReadable(object);
  checkCopyConditions(
    object,
    {
      IfMatch: input.CopySourceIfMatch,
      IfNoneMatch: input.CopySourceIfNoneMatch,
      IfModifiedSince: input.CopySourceIfModifiedSince,
      IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
    },
    clock.account(),
  );
  return object;
}

/** `[/]bucket/key[?versionId=...]`, URL-encoded. Text of S3. */
export function parseCopySource(header: string): { Bucket: string; Key: string; VersionId?: string } {
  const [, path = '', version] = /^\/?(.*?)(?:\?versionId=(.*))?$/s.exec(header) ?? [];
  const [Bucket = '', ...rest] = decoded(path).split('/');
  const Key = rest.join('/');
  // `bucket` alone has no key; `bucket/` has an empty one.
  if (Bucket !== '' && Key === '' && rest.length > 0)
    throw invalidArgument('Invalid copy source object key', 'x-amz-copy-source', 'x-amz-copy-source');
  if (Bucket === '' || Key === '')
    throw invalidArgument(
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      'x-amz-copy-source',
      'x-amz-copy-source',
    );
  return { Bucket, Key, VersionId: version };
}

/** UploadPartCopy's range must lie within the source. Texts of S3. */
export function copyRange(header: string | undefined, size: number): ByteRange {
  if (header === undefined) return { start: 0, end: size };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first))
    throw invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
      'x-amz-copy-source-range',
      header,
    );
  if (Number(last) >= size)
    throw invalidRequest('The specified copy range is invalid for the source object size');
  return readRange(header, size) ?? { start: 0, end: size };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', '%20'));
  } catch {
    throw new ServiceError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
}
