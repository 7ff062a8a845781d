import { describe, expect, it } from 'vitest';

import { placeholderPattern } from '../../../src/matching/values/placeholder.ts';

const accepts = (example: string, actual: string) =>
  new RegExp(`^(?:${placeholderPattern.shape(example)})$`).test(actual);
const found = (text: string) =>
  [...text.matchAll(placeholderPattern.finds)]
    .map(([one]) => one)
    .filter((one) => placeholderPattern.recognises?.(one));

describe('a placeholder stands for a value of its kind', () => {
  it.each([
    ['<account-id>', '123456789012', true],
    ['<account-id>', '12345', false],
    ['ACCOUNT_ID', '123456789012', true],
    ['${ACCOUNT_ID}', '123456789012', true],
    ['<アカウントID>', '123456789012', true],
    ['<AccessKeyId>', 'AKIAIOSFODNN7EXAMPLE', true],
    ['<region>', 'ap-northeast-1', true],
    ['<region>', 'tokyo', false],
    ['<role-arn>', 'arn:aws:iam::123456789012:role/r', true],
    ['<ip-address>', '10.0.0.1', true],
    ['<vpc-id>', 'vpc-0a1b2c3d4e5f60718', true],
    ['<your bucket>', 'anything', true],
    ['<your bucket>', 'two words', false],
    ['YYYY-MM-DDTHH:MM:SSZ', '2026-01-05T09:30:00.5+00:00', true],
    ['YYYY-MM-DDTHH:MM:SSZ', '2026-13-05T09:30:00Z', false],
    ['YYYY/MM/DD', '2026/01/05', true],
  ])('%s and %s: %s', (example, actual, expected) => expect(accepts(example, actual)).toBe(expected));

  it.each([
    ['id <account-id> of', ['<account-id>']],
    ['MY_BUCKET ACCOUNT_ID', ['ACCOUNT_ID']],
    ['<a>1</a>', []],
    ['<?xml version="1.0"?><b>', []],
    ['a < b and c > d', []],
  ])('%s holds %j', (text, expected) => expect(found(text)).toEqual(expected));

  it('binds an account, and says what it is', () => {
    expect(placeholderPattern.binds('<account-id>')).toBe(true);
    expect(placeholderPattern.binds('<region>')).toBe(false);
    expect(placeholderPattern.describe('<region>')).toBe(
      'a Region (the example has the placeholder <region>)',
    );
  });
});
