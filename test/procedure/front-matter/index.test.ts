import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';

test.each([
  ['unknown to the document', 'account: *none', ['front-matter-yaml 1:-8']],
  ['that contain themselves', 'requires: &a [*a]', ['front-matter-type 1:15']],
  [
    'that multiply without end',
    `requires: &a [a], after: [${'*a, '.repeat(200)}]`,
    ['front-matter-yaml 1:-8'],
  ],
])('aliases %s are refused', (_, settings, problems) => {
  expect(readSettings(settings)).toEqual({
    frontMatter: expect.objectContaining({ requires: [] }),
    problems,
  });
});

test('all that is wrong is reported in the order of the page, and the rest is read', () => {
  const { frontMatter, problems } = readSettings(
    'level: easy, acount: x, requires: [a, 1], account: b, variables: { A: { default: x } }',
  );
  expect(problems).toEqual(['front-matter-type 1:8', 'front-matter-key 1:14', 'front-matter-type 1:39']);
  expect(frontMatter).toMatchObject({ requires: [], account: 'b', variables: [{ name: 'A' }] });
});

test.each([
  ['a list', 'translation: [a]', 1],
  ['nothing', 'translation: null', 1],
  ['a number', 'translation: 1', 1],
  ['a key that is no text', '[a]: b', 1],
  ['a key of objects', 'toString: a', 1],
  ['the key that changes an object', '__proto__: { requires: [a] }', 1],
])('settings with %s are refused', (_, settings, count) => {
  expect(readSettings(settings).problems).toHaveLength(count);
});

test('a key that was meant as a missing one is reported once', () => {
  expect(readSettings('variables: { A: { defalt: x } }').problems).toEqual(['front-matter-key 1:19']);
});
