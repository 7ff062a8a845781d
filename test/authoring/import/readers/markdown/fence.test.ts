import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test.each([
  ['```bash\nls\n```', ['code bash| ls']],
  ['~~~\n```\n~~~', ['code | ```']],
  ['````\n```\n````', ['code | ```']],
  ['```bash title="結果"\nx\n```', ['code bash 結果| x']],
  ['```bash:コマンド\nls\n```', ['code bash コマンド| ls']],
  ['   ```sh\n   ls\n     -l\n   ```', ['code sh| ls/  -l']],
  ['``` a`b\nx', ['prose ``` a`b/x']],
  ['text\n\n    ls -l\n\n    pwd\n\nmore', ['prose text', 'code | ls -l//pwd', 'prose more']],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});

test('a fence that is never closed takes all that follows, and says so', () => {
  const [code, remark] = blocksIn('```bash\nls\n\n# not a heading\n');
  expect(code).toBe('code bash| ls//# not a heading');
  expect(remark).toMatch(/^doubt A fence is not closed/);
});

test('an item of a list that is a fence stays an item', () => {
  expect(blocksIn('- ```sh\n  ls\n  ```')).toEqual(['prose -', 'code sh| ls']);
});

test('an indented line in a list is no code', () => {
  expect(blocksIn('- item\n\n      ls')).toEqual(['prose - item', 'prose       ls']);
});
