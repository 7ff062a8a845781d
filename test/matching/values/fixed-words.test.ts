import { describe, expect, it } from 'vitest';

import { ComparisonState } from '../../../src/matching/comparison.ts';
import { fixedWords, wordsOf } from '../../../src/matching/values/fixed-words.ts';
import { context } from '../run.ts';

const VPC = 'vpc-0a1b2c3d4e5f60718';

it('wordsOf', () => expect(wordsOf(' a  b\tc ')).toEqual(['a', 'b', 'c']));

describe('fixedWords', () => {
  const words = (text: string, bindings: ReadonlyMap<string, string> = new Map()) =>
    fixedWords(new ComparisonState(context({ bindings })), text, { whole: false });

  it.each([
    ['name available', ['name', 'available']],
    [`${VPC} available`, ['available']],
    [`id=${VPC} available`, ['available']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('knows a value by what it stood for above', () => {
    expect(words(`${VPC} available`, new Map([[VPC, 'vpc-12345678']]))).toEqual([
      'vpc-12345678',
      'available',
    ]);
  });
});
