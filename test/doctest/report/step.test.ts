import { expect, test } from 'vitest';
import { nameFilter } from '../../../src/doctest/report/step.ts';
import { aPage } from '../pages.ts';

const page = aPage('upload', [], 2);
const matching = (pattern: string) => page.steps.map((_, index) => nameFilter(pattern)(page, index));

test.each([
  ['upload', [true, true]],
  ['^upload 2 ', [false, true]],
  ['step-1:', [true, false]],
  ['echo 2$', [false, true]],
  ['nothing', [false, false]],
])('/%s/ chooses steps by title, number, id and command', (pattern, chosen) => {
  expect(matching(pattern)).toEqual(chosen);
});
