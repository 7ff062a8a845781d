import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tejun } from './tejun.ts';

const folder = mkdtempSync(join(tmpdir(), 'tejun-import-'));
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const run = (...args: string[]) => tejun(['import', ...args], folder);

test('the page goes to stdout, what to look at to stderr', async () => {
  write('old.txt', '題名\r\n\r\nコマンド:\r\n\r\naws s3 ls\r\n\r\n結果(例):\r\n');
  const { stdout, stderr, exitCode } = await run('old.txt');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('---\ntitle: 題名\n---\n\n```bash command\naws s3 ls\n```\n');
  expect(stderr).toBe(
    'old.txt:7:1  Nothing that looks like a result follows this label.\n' +
      '    Put what belongs to it into a fence, or remove the label.\n\n' +
      'old.txt (plain text, utf-8) -> stdout: 1 place to look at.',
  );
});

test('a file that is there is not written over unless --force says so', async () => {
  write('old.md', '# New\n');
  write('there.mdx', 'old');
  const refused = await run('old.md', '--out', 'there.mdx');
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toBe(
    'there.mdx is there already: choose another name, or write over it with --force.',
  );
  expect(readFileSync(join(folder, 'there.mdx'), 'utf8')).toBe('old');
  expect((await run('old.md', '--out', 'there.mdx', '--force')).exitCode).toBe(0);
  expect(readFileSync(join(folder, 'there.mdx'), 'utf8')).toBe('---\ntitle: New\n---\n');
});

test('what cannot be read or written is exit code 2, and nothing is written', async () => {
  write('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]));
  expect((await run('nowhere.txt')).stderr).toContain('nowhere.txt cannot be read');
  const binary = await run('picture.png', '--out', 'page.mdx');
  expect(binary.exitCode).toBe(2);
  expect(binary.stderr).toContain('save it as UTF-8');
  expect(existsSync(join(folder, 'page.mdx'))).toBe(false);
  write('old.md', '# New\n');
  expect((await run('old.md', '--out', 'no/such/page.mdx')).exitCode).toBe(2);
  expect((await run('old.md', '--format', 'word')).exitCode).toBe(2);
});

test('a text of lists in lists without end is refused at once', async () => {
  write('deep.md', `${'- '.repeat(4_990)}x\n`);
  const { exitCode, stdout, stderr } = await run('deep.md');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^deep.md: line 1: the text has too many lists and quotations/);
});

test.each(['[a](', '<a ', '<!--', '`a', '[', '*a ', ':a:', ' '])(
  'a text of nothing but %j ends in time, in every format',
  async (unit) => {
    write('long', `${unit.repeat(2_400)}x\n`);
    for (const format of ['markdown', 'rest', 'plain'])
      expect((await run('long', '--format', format)).exitCode, format).toBe(0);
  },
);
