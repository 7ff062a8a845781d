import { describe, expect, it } from 'vitest';

import { readParts } from '../../../src/matching/values/pattern.ts';
import { segment } from '../../../src/matching/values/segment.ts';

const EXACT = { isFlexible: false, forTabs: false };
const read = (example: string, actual: string, spacing = EXACT) =>
  readParts(segment(example, { whole: false }), actual, spacing);

describe('readParts reads what stands in the places that vary', () => {
  const VPC = 'vpc-0a1b2c3d4e5f60718';
  it.each([
    [`${VPC} ok`, 'vpc-12345678 ok', ['vpc-12345678']],
    [`${VPC} ok`, 'vpc-12345678 bad', undefined],
    [`${VPC} ok`, 'subnet-12345678 ok', undefined],
    [`${VPC} ${VPC}`, `vpc-11111111 vpc-22222222`, ['vpc-11111111', 'vpc-22222222']],
    ['a 〜略〜 b 〜略〜 c', 'a one b two c', ['one', 'two']],
    ['a 〜略〜 b', 'a one c', undefined],
  ])('%s from %s', (example, actual, expected) => expect(read(example, actual)).toEqual(expected));

  it('takes other runs of spaces beside a value, and TABs for spaces', () => {
    const example = `${VPC}   ok`;
    expect(read(example, 'vpc-12345678 ok', { isFlexible: true, forTabs: false })).toEqual(['vpc-12345678']);
    expect(read(example, 'vpc-12345678 ok')).toBeUndefined();
    expect(read(`a  ${VPC}`, 'a\tvpc-12345678', { isFlexible: true, forTabs: true })).toEqual([
      'vpc-12345678',
    ]);
  });

  it('goes from part to part in texts that are too long for one expression', () => {
    const many = Array.from({ length: 50 }, (_, index) => `${VPC} n${index}`).join(' ');
    const actual = many.replaceAll(VPC, 'vpc-12345678');
    expect(read(many, actual)).toEqual(Array(50).fill('vpc-12345678'));
    expect(read(many, actual.replace('n49', 'n50'))).toBeUndefined();
  });
});
