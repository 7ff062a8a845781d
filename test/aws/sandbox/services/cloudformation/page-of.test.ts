import { expect, test } from 'vitest';
import {
  newestFirst,
  pageOfResults,
} from '../../../../../src/aws/sandbox/services/cloudformation/page-of.ts';

const items = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, '0'));

test('a page has a hundred items, and leads to the next', () => {
  const first = pageOfResults(items, String, undefined);
  expect([first.items.length, first.items.at(-1)]).toEqual([100, '099']);
  const second = pageOfResults(items, String, first.next);
  expect([second.items[0], second.items.length, second.next]).toEqual(['100', 50, undefined]);
});

test('the newest come first, and go on where they stopped though others have come', () => {
  const first = newestFirst(items, undefined);
  expect([first.items[0], first.items.at(-1)]).toEqual(['149', '050']);
  expect(newestFirst(items, first.next).items.map(String)).toEqual(items.slice(0, 50).reverse());
});

test('another token is refused', () => {
  expect(() => pageOfResults(items, String, 'x')).toThrow('The NextToken is not valid.');
});
