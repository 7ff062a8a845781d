import { describe, expect, it } from 'vitest';

import { ComparisonState } from '../../../src/matching/comparison.ts';
import { compareExpiry } from '../../../src/matching/values/compare-expiry.ts';
import { context } from '../run.ts';

const NOW = new Date('2026-01-05T00:00:00Z');
function differences(
  actual: string,
  rest: Parameters<typeof context>[0] = {},
  path = 'Credentials.Expiration',
) {
  const comparison = new ComparisonState(context({ now: NOW, ...rest }));
  compareExpiry(comparison, actual, { path });
  return comparison.differences.map(({ message }) => message);
}

describe('compareExpiry', () => {
  it.each([
    ['2026-01-05T01:00:00Z', { durationSeconds: 3600 }],
    ['2026-01-05T01:00:10Z', { durationSeconds: 3600 }],
    ['2026-01-05T00:00:01Z', {}],
    ['no time', { durationSeconds: 3600 }],
    ['2020-01-01T00:00:00Z', { script: 'aws iam list-server-certificates' }],
  ])('takes %s with %j', (actual, rest) => expect(differences(actual, rest)).toEqual([]));

  it('takes a certificate that has run out', () => {
    expect(differences('2020-01-01T00:00:00Z', {}, 'ServerCertificateMetadata.Expiration')).toEqual([]);
  });

  it.each([
    [
      '2026-01-05T01:00:11Z',
      { durationSeconds: 3600 },
      'It must be 3600 s from now, as the step asks, but 2026-01-05T01:00:11Z is 3611 s from now.',
    ],
    ['2026-01-04T23:59:00Z', {}, 'It must lie in the future, but 2026-01-04T23:59:00Z is 60 s before now.'],
  ])('refuses %s with %j', (actual, rest, message) => expect(differences(actual, rest)).toEqual([message]));
});
