import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scalarOf } from '../../src/translation/setting-segments.ts';

test.for([
  'Buckets',
  "It's: here",
  'true',
  '12',
  ' a ',
  '[a]',
  'a, b } c',
  '버킷, 새것',
  '#1',
  'say "no"',
  'both \' and "',
])('%s stays what it is in a block and in braces', (text) => {
  expect(parse(`title: ${scalarOf(text)}`)).toEqual({ title: text });
  expect(parse(`{ label: ${scalarOf(text)}, other: 1 }`)).toEqual({ label: text, other: 1 });
});
