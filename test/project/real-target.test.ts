import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedTarget, realTarget } from '../../src/project/real-target.ts';
import { folderOf } from './folders.ts';

test('a file need not exist, nor its folders', () => {
  const root = folderOf({ 'a/file': '' });
  expect(realTarget(root, 'a/file')).toBe(join(root, 'a/file'));
  expect(realTarget(root, 'b/c/new')).toBe(join(root, 'b/c/new'));
});

test('links inside the project are followed', () => {
  const root = folderOf({ 'a/file': '' });
  symlinkSync(join(root, 'a'), join(root, 'link'));
  expect(realTarget(root, 'link/new')).toBe(join(root, 'a/new'));
});

test('what leads out of the project, or nowhere, is refused', () => {
  const [root, other] = [folderOf(), folderOf({ 'docs/x': '' })];
  symlinkSync(join(other, 'docs'), join(root, 'docs'));
  symlinkSync(join(root, 'none'), join(root, 'dangling'));
  expect(() => realTarget(root, 'docs/page.mdx')).toThrow('leads out of the project');
  expect(() => realTarget(root, '../page.mdx')).toThrow('leads out of the project');
  expect(() => realTarget(root, '.')).toThrow('leads out of the project');
  expect(() => realTarget(root, 'dangling')).toThrow('goes through a link that leads nowhere');
});

test('a file that a person names is what it seems below the working directory, and free elsewhere', () => {
  const [cwd, other] = [folderOf({ 'docs/page.mdx': '' }), folderOf({ 'page.mdx': '' })];
  symlinkSync(other, join(cwd, 'linked'));
  expect(namedTarget(cwd, 'docs/page.mdx')).toBe(join(cwd, 'docs/page.mdx'));
  expect(namedTarget(cwd, join(other, 'page.mdx'))).toBe(join(other, 'page.mdx'));
  for (const file of ['linked/page.mdx', 'linked/new.mdx', join(cwd, 'linked/new.mdx')])
    expect(() => namedTarget(cwd, file)).toThrow('leads out of the project');
});
