import { expect, test } from 'vitest';
import {
  checkCopyConditions,
  checkReadConditions,
  checkWriteConditions,
} from '../../../../../src/aws/sandbox/services/s3/s3-conditions.ts';
import type { BucketRecord, StoredObject } from '../../../../../src/aws/sandbox/services/s3/state/index.ts';

const modified = new Date('2026-01-05T00:00:00Z');
const object = { key: 'k', etag: '"abc"', modified } as StoredObject;
const now = new Date('2026-01-06T00:00:00Z');
const before = new Date('2026-01-04T00:00:00Z');

/** Says in a few words which error a check throws. */
function outcome(check: () => void): unknown {
  try {
    check();
    return 'passes';
  } catch (error) {
    const { code, status } = error as { code: string; status: number };
    return `${status} ${code}`;
  }
}

// RFC 9110, 13.2.2: the condition of an ETag overrules that of the time beside it.
test.each([
  [{ IfMatch: '"abc"' }, 'passes'],
  [{ IfMatch: 'W/"abc", "x"' }, 'passes'],
  [{ IfMatch: '*' }, 'passes'],
  [{ IfMatch: '"x"' }, '412 PreconditionFailed'],
  [{ IfNoneMatch: '"abc"' }, '304 NotModified'],
  [{ IfNoneMatch: '"x"' }, 'passes'],
  [{ IfModifiedSince: modified }, '304 NotModified'],
  [{ IfModifiedSince: before }, 'passes'],
  [{ IfModifiedSince: new Date('2026-02-01') }, 'passes'],
  [{ IfUnmodifiedSince: before }, '412 PreconditionFailed'],
  [{ IfMatch: '"abc"', IfUnmodifiedSince: before }, 'passes'],
  [{ IfNoneMatch: '"x"', IfModifiedSince: modified }, 'passes'],
])('a read with %j: %s', (conditions, verdict) => {
  expect(outcome(() => checkReadConditions(object, conditions, now))).toBe(verdict);
});

test('a copy answers 412 to all', () => {
  expect(outcome(() => checkCopyConditions(object, { IfNoneMatch: '"abc"' }, now))).toBe(
    '412 PreconditionFailed',
  );
});

test.each([
  ['k', { IfNoneMatch: '*' }, '412 PreconditionFailed'],
  ['new', { IfNoneMatch: '*' }, 'passes'],
  ['k', { IfMatch: '"abc"' }, 'passes'],
  ['k', { IfMatch: '"x"' }, '412 PreconditionFailed'],
  ['new', { IfMatch: '"x"' }, '404 NoSuchKey'],
  ['k', { IfNoneMatch: '"abc"' }, '501 NotImplemented'],
])('a write to %s with %j: %s', (key, conditions, verdict) => {
  const bucket = { objects: { get: (name: string) => (name === 'k' ? object : undefined) } };
  expect(outcome(() => checkWriteConditions(bucket as unknown as BucketRecord, key, conditions))).toBe(
    verdict,
  );
});
