import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test.each([
  [':::note 題名\na\n:::', ['note 題名[prose a]']],
  [':::message alert\na\n:::', ['danger [prose a]']],
  [':::tip[T {x}]\na\n:::', ['tip T \\{x\\}[prose a]']],
  ['::::details 開く\n:::note\na\n:::\n::::', ['info 開く[note [prose a]]']],
  [':::note\nnever closed', ['prose \\:::note/never closed']],
  ['!!! warning "T"\n    a\n\n    b\nc', ['warning T[prose a; prose b]', 'prose c']],
  ['??? unknown\n    a', ['note [prose a]']],
])('container %j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});

test.each([
  ['> a\n> b', ['quote [prose a/b]']],
  ['> [!WARNING]\n> a', ['warning [prose a]']],
  ['> **注意:** a', ['warning [prose a]']],
  ['> 補足：a', ['note [prose a]']],
  ['> > a', ['quote [quote [prose a]]']],
  ['> ```bash\n> ls\n> ```', ['quote [code bash| ls]']],
])('quote %j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});
