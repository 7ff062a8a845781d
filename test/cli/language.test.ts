import { describe, expect, test } from 'vitest';
import { doctestFixtures, tejun } from './tejun.ts';

const project = (name: string): string => `${doctestFixtures}/${name}/project`;
const JAPANESE = { LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' };
/** Words that are neither Japanese nor a name of an option, a file or a place: an English sentence. */
const ENGLISH_SENTENCE = /[a-z]+ (?:[a-z]+ ){2,}[a-z]+[.:]/;

const COMMANDS = [
  ...['doctest', 'doctor', 'import', 'init', 'lint', 'run', 'sandbox', 'script', 'new', 'i18n'],
  ...['status', 'sync', 'check', 'accept', 'export', 'import', 'fill', 'mv', 'new'].map(
    (name) => `i18n ${name}`,
  ),
  ...['new course', 'new page', 'sandbox clock', 'sandbox coverage'],
];

test.for(COMMANDS)('`%s --help` is in Japanese by the locale', async (name, { expect: expectHere }) => {
  const { stdout, exitCode } = await tejun([...name.split(' '), '--help'], doctestFixtures, JAPANESE);
  expectHere(exitCode).toBe(0);
  expectHere(stdout).toContain(`使い方: tejun ${name}`);
  expectHere(stdout).toContain('コマンドのヘルプを表示します');
  expectHere(stdout).not.toMatch(ENGLISH_SENTENCE);
});

describe('the language', () => {
  test('English where the locale says nothing, or with --lang en', async () => {
    const env = { LC_ALL: '', LC_MESSAGES: '', LANG: '' };
    const silent = await tejun(['lint', '--help'], doctestFixtures, env);
    expect(silent.stdout).toMatch(/^Usage: tejun lint/);
    const asked = await tejun(['lint', '--help', '--lang', 'en'], doctestFixtures, JAPANESE);
    expect(asked.stdout).toBe(silent.stdout);
  });

  test('an unknown one is refused in the language of the locale', async () => {
    const run = await tejun(['lint', '--lang', 'de'], doctestFixtures, JAPANESE);
    expect(run).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: '--langには、en, jaのどれかを指定します。',
    });
  });
});

test('a refusal: the error, the guess and where to look', async () => {
  const run = await tejun(['lint', '--fxi'], doctestFixtures, JAPANESE);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr.split('\n')).toEqual([
    'エラー: オプション「--fxi」はありません',
    '(もしかすると: --fix)',
    '(使えるものの一覧: tejun lint --help)',
  ]);
});

test("doctest's report", async () => {
  const { stdout } = await tejun(['doctest', '--root', project('failing'), '--lang', 'ja'], doctestFixtures);
  expect(stdout).toMatch(/^ページ {4}成功\d+, 失敗1$/m);
  expect(stdout).toMatch(/^ステップ {2}成功\d+, 失敗\d+ \(9ステップ、照合\d+\)$/m);
});
