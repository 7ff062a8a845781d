import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { programFolders } from '../../../src/shell/bash/index.ts';

function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'programs-')));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function program(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

test('a program of the system needs no folder of its own', async () => {
  expect(await programFolders('/usr/bin/env')).toEqual([]);
});

test('a program in a bin shows its installation, that of its interpreter, and what links lead to', async () => {
  const root = folder();
  const python = program(join(root, 'python/bin/python3'), 'ELF');
  const aws = program(join(root, 'venv/bin/aws'), `#!${python}\n`);
  mkdirSync(join(root, 'links'));
  symlinkSync(aws, join(root, 'links/aws'));
  expect(await programFolders(join(root, 'links/aws'))).toEqual([
    join(root, 'links'),
    join(root, 'venv'),
    join(root, 'python'),
  ]);
});
