import { ServiceError } from '../../operation/index.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './s3-errors.ts';
import type { BucketRecord, StoredObject } from './state/index.ts';

export interface ReadConditions {
  readonly IfMatch?: string;
  readonly IfNoneMatch?: string;
  readonly IfModifiedSince?: Date;
  readonly IfUnmodifiedSince?: Date;
}

/**
 * Throws a ServiceError where a read's conditions do not hold: 412, or 304 for a copy that is still good.
 * An ETag's condition overrules that of the time beside it (API reference, GetObject; RFC 9110, 13.2.2).
 */
export function checkReadConditions(object: StoredObject, conditions: ReadConditions, now: Date): void {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  if (IfMatch !== undefined) {
    if (!matches(object, IfMatch)) throw preconditionFailed('If-Match');
  } else if (IfUnmodifiedSince && object.modified > IfUnmodifiedSince)
    throw preconditionFailed('If-Unmodified-Since');
  if (IfNoneMatch !== undefined) {
    if (matches(object, IfNoneMatch)) throw notModified(object);
    // A date that is still to come says nothing (RFC 9110, 13.1.3).
  } else if (IfModifiedSince && IfModifiedSince <= now && object.modified <= IfModifiedSince)
    throw notModified(object);
}

/** A copy's conditions on its source, all of which answer 412 (API reference, CopyObject). */
export function checkCopyConditions(source: StoredObject, conditions: ReadConditions, now: Date): void {
  try {
    checkReadConditions(source, conditions, now);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status !== 304) throw error;
    const name = conditions.IfNoneMatch === undefined ? 'If-Modified-Since' : 'If-None-Match';
    throw preconditionFailed(`x-amz-copy-source-${name}`);
  }
}

/** Throws a ServiceError where a write's conditions do not hold (S3 User Guide, "conditional writes"). */
export function checkWriteConditions(
  bucket: BucketRecord,
  key: string,
  { IfMatch, IfNoneMatch }: Pick<ReadConditions, 'IfMatch' | 'IfNoneMatch'>,
): void {
  if (IfMatch !== undefined && IfNoneMatch !== undefined) throw notImplemented('If-Match,If-None-Match');
  const existing = bucket.objects.get(key);
  if (IfNoneMatch !== undefined) {
    if (IfNoneMatch !== '*') throw notImplemented('If-None-Match');
    if (existing) throw preconditionFailed('If-None-Match');
  }
  if (IfMatch === undefined) return;
  if (!existing) throw noSuchKey(key);
  if (!matches(existing, IfMatch)) throw preconditionFailed('If-Match');
}

function matches({ etag }: StoredObject, condition: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '').replaceAll('"', '');
  return condition.split(',').some((one) => one.trim() === '*' || bare(one) === bare(etag));
}

function notModified({ etag, modified }: StoredObject): ServiceError {
  return new ServiceError(
    304,
    'NotModified',
    'Not Modified',
    {},
    {
      etag,
      'last-modified': modified.toUTCString(),
    },
  );
}
