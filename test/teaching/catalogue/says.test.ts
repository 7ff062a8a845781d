import { expect, test } from 'vitest';
import { says } from '../../../src/teaching/catalogue/says.ts';

const happening = { script: '', printed: 'no file called a.txt', unset: [] };

test('named groups are the values; without any, that it holds', () => {
  expect(says(/file called (?<file>\S+)/)(happening)).toEqual({ file: 'a.txt' });
  expect(says(/no file/)(happening)).toEqual({});
  expect(says(/other/)(happening)).toBeUndefined();
});
