import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedFiles } from '../../src/doctest/changed.ts';
import { gitIn } from '../git.ts';
import { folderOf } from '../project/folders.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const root = folderOf(files);
  const git = gitIn(root);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return root;
}

test('files that differ from a revision, and new ones, by their paths in the project', () => {
  const root = repository({ 'docs/a.mdx': 'a', 'docs/b.mdx': 'b' });
  writeFileSync(join(root, 'docs/a.mdx'), 'changed');
  writeFileSync(join(root, 'docs/手順.mdx'), 'new');
  expect([...changedFiles(root, 'HEAD')].sort()).toEqual(['docs/a.mdx', 'docs/手順.mdx']);
});

test('a project in a folder of its repository has its own paths', () => {
  const root = repository({ 'site/docs/a.mdx': 'a', 'other.txt': '' });
  mkdirSync(join(root, 'site/docs'), { recursive: true });
  writeFileSync(join(root, 'site/docs/a.mdx'), 'changed');
  writeFileSync(join(root, 'other.txt'), 'changed');
  expect(changedFiles(join(root, 'site'), 'HEAD').filter((file) => file.startsWith('docs/'))).toEqual([
    'docs/a.mdx',
  ]);
});

test('a revision that is not there is refused', () => {
  expect(() => changedFiles(repository({ a: '' }), 'none')).toThrow('none');
});
