import { expect, test } from 'vitest';
import { accountChanges, courseChanges, pageChanges } from '../../../src/authoring/new/index.ts';
import { EN, folderOf } from '../../project/folders.ts';

const project = () =>
  folderOf({
    'docs/a/index.mdx': '# A\n',
    'docs/a/one.mdx': '---\nsidebar_position: 4\n---\n',
    'docs/a/.draft.mdx': '---\nsidebar_position: 9\n---\n',
    [`${EN}/a/index.mdx`]: '# A\n',
    [`${EN}/a/kept.mdx`]: '# Kept\n',
  });

test('a course has an overview in each language, and an account', () => {
  expect(courseChanges(project(), 'b').map(({ file }) => file)).toEqual([
    'docs/b/index.mdx',
    `${EN}/b/index.mdx`,
    'docs/b/_account.yaml',
  ]);
});

test('a page comes after the last one of its course; its translation is fresh', () => {
  const [source, translation] = pageChanges(project(), 'a/two');
  expect(source?.after).toContain('sidebar_position: 5\n');
  expect(translation).toMatchObject({ file: `${EN}/a/two.mdx` });
  expect(translation?.after).toContain('\n  translation:\n');
});

test.each([
  ['a', 'should be a course and a page'],
  ['a/b/c', 'should be a course and a page'],
  ['a/Two', 'should be small letters and digits'],
  ['a/-two', 'should be small letters and digits'],
  [`a/${'x'.repeat(61)}`, 'is longer than 60 characters'],
  ['a/con', 'is the name of a device on Windows'],
  ['com1/two', 'is the name of a device on Windows'],
  ['a/index', 'is the overview of a course'],
  ['none/two', 'There is no course docs/none'],
  ['a/one', 'docs/a/one.mdx is there already'],
  ['a/kept', 'current/a/kept.mdx is there already'],
])('the page %s is refused', (id, reason) => {
  expect(() => pageChanges(project(), id)).toThrow(reason);
});

test('a course that is there, and a folder that is no project, are refused', () => {
  expect(() => courseChanges(project(), 'a')).toThrow('The course a is there already');
  expect(() => courseChanges(folderOf(), 'a')).toThrow('There is no folder docs');
});

test('an account is of a course that has none, or any file of the project', () => {
  const root = project();
  expect(accountChanges(root, 'a').map(({ file }) => file)).toEqual(['docs/a/_account.yaml']);
  expect(accountChanges(root, './accounts/team.yml').map(({ file }) => file)).toEqual(['accounts/team.yml']);
});

test.each([
  ['none', 'There is no course docs/none'],
  ['A', 'should be small letters and digits'],
  ['../other.yaml', 'is outside of the project'],
  ['/etc/other.yaml', 'is outside of the project'],
  ['docs/a/_account.yaml', 'docs/a/_account.yaml is there already'],
])('the account %s is refused', (place, reason) => {
  const root = folderOf({ 'docs/a/index.mdx': '# A\n', 'docs/a/_account.yaml': 'mine\n' });
  expect(() => accountChanges(root, place)).toThrow(reason);
});
