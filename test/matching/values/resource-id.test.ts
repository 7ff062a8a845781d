import { describe, expect, it } from 'vitest';

import { resourceIdPattern } from '../../../src/matching/values/resource-id.ts';

const found = (text: string) => [...text.matchAll(resourceIdPattern.finds)].map(([one]) => one);
const accepts = (example: string, actual: string) =>
  new RegExp(`^(?:${resourceIdPattern.shape(example)})$`).test(actual);

describe('ids with a prefix', () => {
  it.each([
    ['vpc-0a1b2c3d4e5f60718', ['vpc-0a1b2c3d4e5f60718']],
    ['vpc-cidr-assoc-0a1b2c3d4e5f60718', ['vpc-cidr-assoc-0a1b2c3d4e5f60718']],
    ['i-12345678', ['i-12345678']],
    ['build-12345678', []],
    ['sg-xxxxxxxx', ['sg-xxxxxxxx']],
    ['i-1234567890abcdef0', ['i-1234567890abcdef0']],
    ['vpc-0a1b2cEXAMPLE', ['vpc-0a1b2cEXAMPLE']],
    ['my-vpc-0a1b2c3d4e5f60718', ['my-vpc-0a1b2c3d4e5f60718']],
    ['vpc-main', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['vpc-12345678', 'vpc-0a1b2c3d4e5f60718', true],
    ['vpc-12345678', 'subnet-0a1b2c3d4e5f60718', false],
    ['vpc-12345678', 'vpc-1234567g', false],
    ['vpc-12345678', 'vpc-123456789', false],
  ])('%s stands for %s: %s', (example, actual, expected) => expect(accepts(example, actual)).toBe(expected));

  it('binds unless it is masked, and is told by its prefix', () => {
    expect(resourceIdPattern.binds('vpc-12345678')).toBe(true);
    expect(resourceIdPattern.binds('vpc-xxxxxxxx')).toBe(false);
    expect(resourceIdPattern.describe('vpc-12345678')).toBe(
      'a resource id (vpc- and 8 or 17 hexadecimal digits)',
    );
  });
});
