import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles } from '../../src/project/index.ts';
import { folderOf } from './folders.ts';

test('all files below a folder, sorted, without names that begin with a dot', () => {
  const folder = folderOf({ 'b.txt': '', 'a/z.txt': '', 'a/.hidden': '', '.git/config': '', 'B.txt': '' });
  expect(findFiles(folder)).toEqual(['B.txt', 'a/z.txt', 'b.txt']);
});

test('a link to a folder is followed, and not for ever', () => {
  const folder = folderOf({ 'a/b/file.txt': '' });
  symlinkSync(join(folder, 'a'), join(folder, 'link'));
  symlinkSync(folder, join(folder, 'a/b/loop'));
  symlinkSync(join(folder, 'none'), join(folder, 'dangling'));
  expect(findFiles(folder)).toEqual(['a/b/file.txt', 'dangling', 'link/b/file.txt']);
});

test('a folder that is not there, and a file, have none', () => {
  const folder = folderOf({ file: '' });
  expect([findFiles(join(folder, 'none')), findFiles(join(folder, 'file'))]).toEqual([[], []]);
});
