import { expect, test } from 'vitest';
import { nearest, nearestFew } from '../../src/procedure/nearest.ts';

const ROLES = ['env', 'check', 'command', 'setup', 'cleanup'];

test.each([
  ['comand', 'command'],
  ['COMMAND', 'command'],
  ['chek', 'check'],
  ['clean-up', 'cleanup'],
  ['en', 'env'],
  ['policy', undefined],
  ['x', undefined],
  ['', undefined],
])('"%s" most likely means %s', (word, known) => {
  expect(nearest(word, ROLES)).toBe(known);
});

test('the best of several stands first, at most three of them and each once', () => {
  expect(
    nearestFew('list-users', ['list-user', 'list-users', 'list-uses', 'lift-users', 'list-users']),
  ).toEqual(['list-users', 'list-user', 'list-uses']);
});
