import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createFile, replaceFile } from '../../src/project/index.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tejun-files-'));
});

test('a file is replaced, its folders are made, and nothing else is left', () => {
  replaceFile(at('a/b/page.mdx'), 'old');
  replaceFile(at('a/b/page.mdx'), 'new');
  expect(read('a/b/page.mdx')).toBe('new');
  expect(readdirSync(at('a/b'))).toEqual(['page.mdx']);
});

test('permissions stay, whatever the umask', () => {
  writeFileSync(at('page.mdx'), 'old');
  chmodSync(at('page.mdx'), 0o666);
  replaceFile(at('page.mdx'), 'new');
  expect(statSync(at('page.mdx')).mode & 0o777).toBe(0o666);
});

test('a link stays a link; one that leads nowhere is refused', () => {
  writeFileSync(at('page.mdx'), 'old');
  symlinkSync('page.mdx', at('link.mdx'));
  symlinkSync('nowhere.mdx', at('broken.mdx'));
  replaceFile(at('link.mdx'), 'new');
  expect(read('page.mdx')).toBe('new');
  expect(lstatSync(at('link.mdx')).isSymbolicLink()).toBe(true);
  expect(() => replaceFile(at('broken.mdx'), 'new')).toThrow('ENOENT');
  expect(readdirSync(folder).sort()).toEqual(['broken.mdx', 'link.mdx', 'page.mdx']);
});

test('what is no file is not replaced by one', () => {
  execFileSync('mkfifo', [at('pipe')]);
  const reader = openSync(at('pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
  replaceFile(at('pipe'), 'new');
  expect(readFileSync(reader, 'utf8')).toBe('new');
  closeSync(reader);
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  mkdirSync(at('folder'));
  expect(() => replaceFile(at('folder'), 'new')).toThrow('EISDIR');
  expect(lstatSync(at('folder')).isDirectory()).toBe(true);
});

test('a link out of the project is refused', () => {
  const outside = mkdtempSync(join(tmpdir(), 'tejun-outside-'));
  writeFileSync(join(outside, 'page.json'), 'old');
  symlinkSync(outside, at('recordings'));
  expect(() => replaceFile('recordings/page.json', 'new', folder)).toThrow(/leads out of the project/);
  expect(() => replaceFile('../page.json', 'new', folder)).toThrow(/leads out of the project/);
  expect(readFileSync(join(outside, 'page.json'), 'utf8')).toBe('old');
  replaceFile('inside/page.json', 'new', folder);
  expect(read('inside/page.json')).toBe('new');
});

test('a new file is never written over one that is there, nor into a folder that is not', () => {
  createFile(at('page.mdx'), 'old');
  expect(() => createFile(at('page.mdx'), 'new')).toThrow('EEXIST');
  expect(read('page.mdx')).toBe('old');
  expect(() => createFile(at('no/page.mdx'), 'new')).toThrow('ENOENT');
});
