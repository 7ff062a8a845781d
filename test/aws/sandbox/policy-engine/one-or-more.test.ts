import { expect, test } from 'vitest';
import { toList } from '../../../../src/aws/sandbox/policy-engine/one-or-more.ts';

test.each([
  ['nothing', undefined, []],
  ['one', 'a', ['a']],
  ['a list', ['a', 'b'], ['a', 'b']],
  ['an empty list', [], []],
  ['an empty text', '', ['']],
])('%s is a list', (_, value, list) => {
  expect(toList<string>(value)).toEqual(list);
});
