import { describe, expect, it } from 'vitest';

import { maskedValues } from '../../../src/matching/values/credentials.ts';
import { segment } from '../../../src/matching/values/index.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE1';
const TOKEN = `IQoJ${'abCD12+/'.repeat(20)}`;
const typesIn = (text: string) =>
  segment(text, { whole: false }).flatMap(({ form }) => (form ? [form.type] : []));

describe('ids of accounts and keys, secrets and tokens', () => {
  it.each([
    ['123456789012', ['account-id']],
    ['XXXXXXXXXXXX', ['account-id']],
    ['arn:aws:iam::123456789012:user/alice', ['account-id']],
    ['arn:aws:iam::1234XXXXXXXX:user/alice', ['account-id']],
    ['shardId-000000000012', []],
    ['AKIAIOSFODNN7EXAMPLE', ['unique-id']],
    ['AIDAXXXXXXXXXXXXXXXXX', ['unique-id']],
    ['ABCDEFGHIJKLMNOPQRST', []],
    [SECRET, ['secret']],
    ['da39a3ee5e6b4b0d3255bfef95601890afd80709', []],
    [TOKEN, ['session-token']],
  ])('%s', (text, types) => expect(typesIn(text)).toEqual(types));
});

describe('maskedValues', () => {
  it('names what must not be published, and what of it stays', () => {
    const text = `AKIAABCDEFGHIJKLMNOP ${SECRET} 123456789012 AIDAABCDEFGHIJKLMNOPQ ${TOKEN}`;
    expect(maskedValues(text)).toEqual([
      { value: TOKEN, kept: 0 },
      { value: SECRET, kept: 0 },
      { value: 'AKIAABCDEFGHIJKLMNOP', kept: 4 },
      { value: '123456789012', kept: 0 },
    ]);
  });

  it('leaves masks as they are', () => expect(maskedValues('AKIAXXXXXXXXXXXXXXXX XXXXXXXXXXXX')).toEqual([]));
});
