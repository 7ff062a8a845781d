import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gitIn } from '../git.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const TSX = import.meta.resolve('tsx');
const FILES = ['CHANGELOG.md', 'package.json', 'package-lock.json'];

let clone: string;
const git = (...args: string[]) => gitIn(clone)(...args);
const read = (file: string) => readFileSync(join(clone, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(clone, file), text);
const release = (...args: string[]) =>
  execa('node', ['--import', TSX, join(PROJECT, 'tools/release.ts'), ...args], {
    cwd: clone,
    env: {
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
    },
    reject: false,
  });

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tejun-release-'));
  for (const file of FILES) write(file, readFileSync(join(PROJECT, file), 'utf8'));
  write(
    'CHANGELOG.md',
    '# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 0.2.0 - 2026-11-29\n\n- Old.\n',
  );
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'tests: begin');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

test('makes a section, sets the version, commits, and prints what tags it', async () => {
  const { stdout, exitCode, stderr } = await release('9.1.0');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const [today = ''] = new Date().toISOString().split('T');
  expect(read('CHANGELOG.md').replace(today, 'TODAY')).toBe(
    '# Changelog\n\n## Unreleased\n\n## 9.1.0 - TODAY\n\n### Added\n\n- A thing.\n\n## 0.2.0 - 2026-11-29\n\n- Old.\n',
  );
  const lock = JSON.parse(read('package-lock.json'));
  expect([JSON.parse(read('package.json')).version, lock.version, lock.packages[''].version]).toEqual(
    Array(3).fill('9.1.0'),
  );
  expect(git('log', '-1', '--format=%s', '--name-only').trim().split(/\n+/)).toEqual([
    'release: version 9.1.0',
    ...FILES.toSorted(),
  ]);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('diff', '--numstat', 'HEAD~', '--', 'package.json')).toMatch(/^1\t1\t/);
  const tag = stdout.split('\n').find((line) => line.includes('git tag')) ?? '';
  execFileSync(
    'sh',
    ['-c', `git -c user.name=T -c user.email=t@example.com ${tag.trim().slice('git '.length)}`],
    {
      cwd: clone,
    },
  );
  expect(git('tag')).toBe('v9.1.0\n');
});

describe('refuses', () => {
  test.each([
    ['no version', [], 'usage: '],
    ['what is no version', ['v9'], 'usage: '],
    ['a version that is not later', ['0.0.9'], 'name a later one'],
  ])('%s', async (_, args, reason) => {
    const { stderr, exitCode } = await release(...args);
    expect({ stderr, exitCode }).toEqual({ stderr: expect.stringContaining(reason), exitCode: 2 });
    expect(git('status', '--porcelain')).toBe('');
  });

  test('a tree with changes, a tag that is there, a changelog without entries', async () => {
    write('new.txt', '');
    expect((await release('9.1.0')).stderr).toContain('Commit or remove first:\n?? new.txt');
    rmSync(join(clone, 'new.txt'));
    git('tag', 'v9.1.0');
    expect((await release('9.1.0')).stderr).toContain('There is a tag v9.1.0 already.');
    write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-11-29\n\n- Old.\n');
    git('commit', '--all', '--quiet', '--message', 'tests: release all');
    const { stderr, exitCode } = await release('9.2.0');
    expect({ stderr, exitCode }).toEqual({
      stderr: 'CHANGELOG.md: nothing stands under "Unreleased".',
      exitCode: 2,
    });
  });
});
