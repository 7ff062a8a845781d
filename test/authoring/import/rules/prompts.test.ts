import { expect, test } from 'vitest';
import { commandAt, promptsRule } from '../../../../src/authoring/import/rules/prompts.ts';

const parts = (...body: string[]): string[] | undefined =>
  promptsRule({ kind: 'code', body, line: 10, endLine: 99, indent: '' }, {})?.map(
    ({ line, body: own, doubt, ...part }) =>
      `${line} ${part.kind === 'step' ? part.role : part.kind} ${own.join('/')}${doubt ? '!' : ''}`,
  );

test.each([
  [
    ['$ aws s3 ls', 'a', 'b'],
    ['10 command aws s3 ls', '11 result a/b'],
  ],
  [
    ['$ export A=1', '$ export B=2', '$ ls'],
    ['10 env export A=1/export B=2', '12 command ls'],
  ],
  [
    ['# a comment', '', '[user@host ~]$ ls', 'x'],
    ['12 command # a comment/ls', '13 result x'],
  ],
  [
    ['$ ls', '# 出力例', 'x', ''],
    ['10 command ls', '12 result x'],
  ],
  [
    ['$ ls', '# only a remark'],
    ['10 command ls', '11 fence # only a remark'],
  ],
  [
    ['$ ls', 'x', '$'],
    ['10 command ls', '11 result x!'],
  ],
  [
    ['$ cat << END', '> a', '> END', 'a'],
    ['10 command cat << END/a/END', '13 result a'],
  ],
])('%j', (body, expected) => {
  expect(parts(...body)).toEqual(expected);
});

test('a prompt further down is as likely a part of a heredoc', () => {
  expect(parts('cat << END', '$ ls', 'END')).toBeUndefined();
});

test('a command goes on while a quote or a backslash is open, and never over a prompt', () => {
  expect(commandAt(['$ echo "a', 'b"', 'c'], 0)).toEqual(['echo "a', 'b"']);
  expect(commandAt(['$ aws \\', '  s3 ls', 'x'], 0)).toEqual(['aws \\', '  s3 ls']);
  expect(commandAt(['$ echo "a', '$ ls'], 0)).toEqual(['echo "a']);
});
