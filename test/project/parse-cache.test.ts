import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openParseCache } from '../../src/project/index.ts';
import { folderOf } from './folders.ts';

const RESULT = { page: { title: '手順' }, problems: [] };
const PLACE = 'node_modules/.cache/tejun/pages';

function project(): { root: string; open(build?: string): NonNullable<ReturnType<typeof openParseCache>> } {
  const root = folderOf({ 'docs/c/a.mdx': 'text' });
  mkdirSync(join(root, 'node_modules'));
  return {
    root,
    open: (build = 'build-1') => {
      const cache = openParseCache(root, 'pages', build);
      if (!cache) throw new Error('There is no cache.');
      return cache;
    },
  };
}

test('a result is found for the same text, file and build only', () => {
  const { open } = project();
  open().keep('docs/c/a.mdx', 'text', RESULT);
  expect(open().find('docs/c/a.mdx', 'text')).toEqual(RESULT);
  expect(open().find('docs/c/a.mdx', 'other text')).toBeUndefined();
  expect(open().find('docs/c/b.mdx', 'text')).toBeUndefined();
  expect(open('build-2').find('docs/c/a.mdx', 'text')).toBeUndefined();
});

test('one entry a file: the last text wins, and nothing else is left in the folder', () => {
  const { root, open } = project();
  const [first, second] = [open(), open()];
  for (const text of ['one', 'two', 'three']) {
    first.keep('docs/c/a.mdx', text, { text });
    second.keep('docs/c/a.mdx', text, { text });
  }
  expect(readdirSync(join(root, PLACE))).toHaveLength(1);
  expect(open().find('docs/c/a.mdx', 'three')).toEqual({ text: 'three' });
});

test('a damaged entry is no entry', () => {
  const { root, open } = project();
  open().keep('docs/c/a.mdx', 'text', RESULT);
  const [name = ''] = readdirSync(join(root, PLACE));
  const path = join(root, PLACE, name);
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, mask, cut) => {
      const damaged = cut ? whole.subarray(0, at) : Buffer.from(whole);
      if (!cut) damaged[at] = (whole[at] ?? 0) ^ mask;
      writeFileSync(path, damaged);
      expect(open().find('docs/c/a.mdx', 'text')).toBeUndefined();
    }),
  );
});

test('sweeping removes what was not used', () => {
  const { root, open } = project();
  for (const file of ['a', 'b', 'c']) open().keep(file, 'text', RESULT);
  const cache = open();
  cache.find('a', 'text');
  cache.keep('d', 'text', RESULT);
  cache.sweep();
  expect(readdirSync(join(root, PLACE))).toHaveLength(2);
  expect(open().find('a', 'text')).toEqual(RESULT);
  expect(open().find('b', 'text')).toBeUndefined();
});

test('a disk that refuses costs nothing but the cache', () => {
  const { root, open } = project();
  writeFileSync(join(root, 'node_modules/.cache'), 'a file where the folder should be');
  const cache = open();
  cache.keep('a', 'text', RESULT);
  cache.sweep();
  expect(cache.find('a', 'text')).toBeUndefined();
});

test('nothing is created in a project that has no node_modules', () => {
  const root = folderOf({ 'docs/c/a.mdx': 'text' });
  expect(openParseCache(root, 'pages', 'build')).toBeUndefined();
  expect(existsSync(join(root, 'node_modules'))).toBe(false);
});

test('a linked folder is no cache, and what is no entry is not removed', () => {
  const elsewhere = folderOf({ 'settings.json': '{}' });
  const { root, open } = project();
  open().keep('a', 'text', RESULT);
  writeFileSync(join(root, PLACE, 'settings.json'), '{}');
  open().sweep();
  expect(readdirSync(join(root, PLACE))).toEqual(['settings.json']);
  rmSync(join(root, PLACE), { recursive: true });
  symlinkSync(elsewhere, join(root, PLACE));
  expect(openParseCache(root, 'pages', 'build')).toBeUndefined();
  expect(readdirSync(elsewhere)).toEqual(['settings.json']);
});
