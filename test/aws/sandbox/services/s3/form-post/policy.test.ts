import { expect, test } from 'vitest';
import { checkFormPolicy } from '../../../../../../src/aws/sandbox/services/s3/form-post/policy.ts';

const END = '2026-01-05T01:00:00.000Z';

function check(conditions: unknown, fields: Record<string, string>, { size = 5, isOver = false } = {}) {
  const policy = btoa(JSON.stringify({ expiration: END, conditions }));
  const circumstances = { bucket: 'box', size, isOver: () => isOver };
  checkFormPolicy(policy, new Map(Object.entries(fields)), circumstances);
}

const good = [{ bucket: 'box' }, ['starts-with', '$key', 'user/'], ['content-length-range', 1, 10]];

test('a form that keeps to all conditions is taken, with fields that need none', () => {
  expect(() => check(good, { key: 'user/a', policy: 'x', 'x-ignore-note': 'y' })).not.toThrow();
});

test.each<[string, () => void, string, RegExp]>([
  [
    'another key',
    () => check(good, { key: 'other/a' }),
    'AccessDenied',
    /Condition failed: \["starts-with", "\$key", "user\/"\]/,
  ],
  ['another bucket', () => check([{ bucket: 'other' }], {}), 'AccessDenied', /\["eq", "\$bucket", "other"\]/],
  [
    'a field that no condition names',
    () => check(good, { key: 'user/a', acl: 'private' }),
    'AccessDenied',
    /Extra input fields: acl/,
  ],
  [
    'an end in the past',
    () => check(good, { key: 'user/a' }, { isOver: true }),
    'AccessDenied',
    /Policy expired/,
  ],
  [
    'a file too large',
    () => check(good, { key: 'user/a' }, { size: 11 }),
    'EntityTooLarge',
    /exceeds the maximum allowed size/,
  ],
  [
    'a file too small',
    () => check(good, { key: 'user/a' }, { size: 0 }),
    'EntityTooSmall',
    /smaller than the minimum allowed size/,
  ],
  ['no conditions', () => check(undefined, {}), 'InvalidPolicyDocument', /Policy missing conditions/],
  [
    'a condition of two properties',
    () => check([{ a: '1', b: '2' }], {}),
    'InvalidPolicyDocument',
    /exactly one property/,
  ],
  [
    'no JSON',
    () => checkFormPolicy(btoa('{'), new Map(), { bucket: 'box', size: 1, isOver: () => false }),
    'InvalidPolicyDocument',
    /Invalid JSON/,
  ],
])('%s is refused', (_, run, code, message) => {
  expect(run).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
});
