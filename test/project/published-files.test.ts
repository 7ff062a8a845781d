import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPublishedFiles } from '../../src/project/index.ts';
import { EN, folderOf } from './folders.ts';

const FILES = {
  'docs/a/index.mdx': '',
  'docs/a/_account.yaml': '',
  'docs/a/_part.mdx': '',
  'docs/a/figure.svg': '',
  [`${EN}/a/index.mdx`]: '',
  'i18n/en/code.json': '',
  'README.md': '',
};
const found = (root: string, ...paths: string[]): string[] =>
  findPublishedFiles(
    paths.map((path) => join(root, path)),
    root,
    root,
  ).map(({ file, isPage }) => `${file}${isPage ? ' (page)' : ''}`);

test('the project stands for all that it publishes', () => {
  expect(found(folderOf(FILES), '')).toEqual([
    'docs/a/_account.yaml',
    'docs/a/_part.mdx',
    'docs/a/index.mdx (page)',
    `${EN}/a/index.mdx (page)`,
  ]);
});

test('a file is taken as such, a folder for what is published from it', () => {
  const root = folderOf(FILES);
  expect(found(root, 'docs/a/figure.svg', 'i18n')).toEqual(['docs/a/figure.svg', `${EN}/a/index.mdx (page)`]);
});

test('a page that the settings name elsewhere is one', () => {
  const root = folderOf({ ...FILES, 'tejun.config.json': '{ "pages": ["README.md"] }' });
  expect(found(root, 'README.md')).toEqual(['README.md (page)']);
  expect(found(folderOf(FILES), 'README.md')).toEqual(['README.md']);
});

test('a path that is not there, and a project that publishes nothing, are refused', () => {
  expect(() => found(folderOf(FILES), 'none')).toThrow('There is no file or folder none.');
  expect(() => found(folderOf({ x: '' }), '')).toThrow('There is nothing to look at');
});
