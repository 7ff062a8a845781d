import { expect, test } from 'vitest';
import { closestMatch, closestMatches } from '../../src/procedure/closest-match.ts';

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
  expect(closestMatch(word, ROLES)).toBe(known);
});

test('the best of several stands first, at most three of them and each once', () => {
  expect(
    closestMatches('list-users', ['list-user', 'list-users', 'list-uses', 'lift-users', 'list-users']),
  ).toEqual(['list-users', 'list-user', 'list-uses']);
});
