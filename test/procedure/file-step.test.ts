import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readFileName, writingScript } from '../../src/procedure/file-step.ts';

describe('name of a file', () => {
  test.each(['policy.json', 'src/app.py', '.env', 'a/.b/c', '@types/x.d.ts', 'a-b_c+d'])(
    'takes %s',
    (name) => {
      expect(readFileName(name)).toBe(name);
    },
  );

  test.each([
    ['the folder above', '../a'],
    ['the folder above, later', 'a/../b'],
    ['the folder itself', './a'],
    ['an absolute path', '/etc/passwd'],
    ['a home', '~/a'],
    ['an option', '-rf'],
    ['a space', 'a b'],
    ['a variable', '$HOME'],
    ['nothing between slashes', 'a//b'],
    ['a folder', 'a/'],
    ['nothing', ''],
  ])('refuses %s', (_, name) => {
    expect(readFileName(name)).toBeUndefined();
  });
});

describe('script that writes a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'file-step-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['plain text', 'a.txt', 'one\ntwo'],
    ['what a shell would replace', 'b.txt', '$HOME `date` $(date) \\n \'"'],
    ['a line that ends it', 'c.sh', 'cat << EOF\nEOF\nEOF_1'],
    ['empty lines at its end', 'd.txt', 'a\n\n'],
    ['a folder above it', 'x/y/e.txt', 'e'],
  ])('a real bash writes %s as it is, with a line break', (_, name, content) => {
    execFileSync('bash', ['-c', writingScript(name, content)], { cwd: folder });
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${content}\n`);
  });

  test('a file without content is empty', () => {
    execFileSync('bash', ['-c', writingScript('empty', '')], { cwd: folder });
    expect(readFileSync(join(folder, 'empty'), 'utf8')).toBe('');
  });
});
