import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRegularFile } from '../../../src/shell/bash/read-regular-file.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'regular-')));
const at = (name: string) => join(folder, name);
mkdirSync(at('in'));
mkdirSync(at('out'));
writeFileSync(at('in/a'), 'text');
writeFileSync(at('out/b'), 'other');
symlinkSync(at('in/a'), at('in/link'));
symlinkSync(at('out'), at('in/folder'));
execFileSync('mkfifo', [at('in/pipe')]);
afterAll(() => rmSync(folder, { recursive: true }));

test('a file of the folder is read', () => {
  expect(readRegularFile(at('in/a'), { within: at('in'), most: 4 }).toString()).toBe('text');
});

test.each([
  ['a link', 'in/link', {}],
  ['a pipe, without waiting', 'in/pipe', {}],
  ['a folder', 'in', {}],
  ['what is missing', 'in/none', {}],
  ['what is larger', 'in/a', { most: 3 }],
  ['what is elsewhere, behind a link', 'in/folder/b', {}],
])('%s is refused', (_, name, bounds) => {
  expect(() => readRegularFile(at(name), { within: at('in'), most: 100, ...bounds })).toThrow();
});
