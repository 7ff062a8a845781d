import { expect, test } from 'vitest';
import type { RefusalFacts } from '../../../src/teaching/types.ts';
import { awsError, lessonFor } from '../happenings.ts';

const refusal: RefusalFacts = {
  action: 's3:ListAllMyBuckets',
  resource: '*',
  caller: 'arn:aws:iam::123456789012:user/anna',
  by: 'identity',
  policies: ['reader'],
};

test.each<[string, Partial<RefusalFacts>, string]>([
  [
    'a statement of a policy with a name',
    { denial: { policy: 'no-s3', statement: '{}' } },
    'denied-by-named-policy',
  ],
  ['a statement', { denial: { statement: '{}' } }, 'denied-by-statement'],
  ['the trust policy', { by: 'trust' }, 'not-trusted'],
  ['the boundary', { by: 'boundary' }, 'outside-boundary'],
  ['the session policy', { by: 'session' }, 'outside-session'],
  ['that nothing allows it', {}, 'not-allowed'],
])('refused by %s', (_, facts, lesson) => {
  const told = lessonFor(awsError('AccessDenied'), { refusal: { ...refusal, ...facts } });
  expect(told.split(' ')[0]).toBe(lesson);
  expect(told).toContain('action=s3:ListAllMyBuckets');
});

test('who refused in an account of the reader is not known', () => {
  expect(lessonFor(awsError('AccessDenied'))).toBe('denied-elsewhere');
});
