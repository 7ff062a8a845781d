import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test.each([
  ['実行します::\n\n  aws s3 ls\n\n次', ['prose 実行します:', 'code | aws s3 ls', 'prose 次']],
  ['::\n\n  aws s3 ls', ['code | aws s3 ls']],
  ['コマンド::\n\n  aws s3 ls', ['label command', 'code | aws s3 ls']],
  ['コマンド:\n\n  aws s3 ls', ['label command', 'code | aws s3 ls']],
  ['#. a\n#. b', ['prose 1. a/1. b']],
  ['(1) a', ['prose 1. a']],
  [':名前: 値', ['prose - 名前: 値']],
  ['| a\n| b', ['prose a  /b  ']],
  ['text\n.. note:: x', ['prose text', 'note [prose x]']],
  ['announces nothing::', ['prose announces nothing::']],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});
