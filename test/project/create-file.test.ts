import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFile } from '../../src/project/index.ts';

test('a new file is never written over one that is there, nor into a folder that is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-create-'));
  const at = (name: string) => join(folder, name);
  createFile(at('page.mdx'), 'old');
  expect(() => createFile(at('page.mdx'), 'new')).toThrow('EEXIST');
  expect(readFileSync(at('page.mdx'), 'utf8')).toBe('old');
  expect(() => createFile(at('no/page.mdx'), 'new')).toThrow('ENOENT');
});
