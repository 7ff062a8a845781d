import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/procedure/index.ts';
import { readPageFiles } from '../../src/project/index.ts';
import { EN, folderOf } from './folders.ts';

const filesIn = (root: string) => readPageFiles(root).files.map(({ file, kind }) => `${kind} ${file}`);

test('pages come language by language, an overview before its neighbours', () => {
  const root = folderOf({
    'docs/c/b.mdx': '',
    'docs/c/a.md': '',
    'docs/c/index.mdx': '',
    'docs/c/_part.mdx': '',
    'docs/c/_account.yaml': '',
    [`${EN}/c/b.mdx`]: '',
  });
  expect(filesIn(root)).toEqual([
    'page docs/c/index.mdx',
    'partial docs/c/_part.mdx',
    'page docs/c/a.md',
    'page docs/c/b.mdx',
    `page ${EN}/c/b.mdx`,
  ]);
});

test('files of editors and folders called like pages are no pages', () => {
  const root = folderOf({
    'docs/page.mdx': '',
    'docs/.hidden/page.mdx': '',
    'docs/folder.mdx/inner.mdx': '',
  });
  symlinkSync('writer@host.4711:1', join(root, 'docs/.#page.mdx'));
  writeFileSync(join(root, 'docs/.page.mdx.swp'), '');
  expect(filesIn(root)).toEqual(['page docs/folder.mdx/inner.mdx', 'page docs/page.mdx']);
});

test('links to files and folders of the project are followed, in a circle only once', () => {
  const root = folderOf({ 'docs/page.mdx': '', 'shared/linked/a.mdx': '' });
  symlinkSync(join(root, 'shared/linked'), join(root, 'docs/course'));
  symlinkSync(join(root, 'docs'), join(root, 'docs/circle'));
  symlinkSync('page.mdx', join(root, 'docs/same.mdx'));
  expect(filesIn(root)).toEqual(['page docs/course/a.mdx', 'page docs/page.mdx', 'page docs/same.mdx']);
});

test.for([
  ['UTF-16 with a byte order mark', Buffer.from('\ufeff# 題', 'utf16le')],
  ['UTF-16 without', Buffer.from('# title', 'utf16le')],
  ['Shift_JIS', Buffer.from([0x8e, 0xe8, 0x8f, 0x87])],
] as const)('%s is named and refused', ([, bytes]) => {
  const root = folderOf({ 'docs/page.mdx': bytes });
  const { files, problems } = readPageFiles(root);
  expect(files).toEqual([]);
  expect(problems.map(formatProblem)).toEqual([
    'docs/page.mdx:1:1  The file is not UTF-8 text.\n    Save it as UTF-8.',
  ]);
});

test.each([
  [
    'a line of 10,001 characters',
    `# a\n${'x'.repeat(10_001)}`,
    '2:1  The line has 10001 characters, more than 10000.',
  ],
  [
    'a million characters',
    'short\n'.repeat(200_000),
    '1:1  The file has 1200000 characters, more than 1000000.',
  ],
])('%s are no page', (_, text, message) => {
  const { files, problems } = readPageFiles(folderOf({ 'docs/page.mdx': text }));
  expect(files).toEqual([]);
  expect(problems.map(formatProblem)).toEqual([expect.stringContaining(`docs/page.mdx:${message}`)]);
});

test('a page that is a link to nowhere is named', () => {
  const root = folderOf({ 'docs/page.mdx': '' });
  symlinkSync('nowhere.mdx', join(root, 'docs/broken.mdx'));
  expect(readPageFiles(root).problems.map(({ file, code }) => [file, code])).toEqual([
    ['docs/broken.mdx', 'dangling-link'],
  ]);
});

test('a project without pages has none', () => {
  const root = folderOf();
  expect(filesIn(root)).toEqual([]);
  mkdirSync(join(root, 'docs'));
  expect(filesIn(root)).toEqual([]);
});
