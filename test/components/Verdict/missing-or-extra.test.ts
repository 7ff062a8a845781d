import { expect, test } from 'vitest';
import { describeMissing, unexpected } from '../../../src/components/Verdict/missing-or-extra.ts';

test.each([
  [{ path: 'line 3', expected: 'abc' }, '例の3行目の"abc"が、実行結果にありません。'],
  [{ path: 'line 3' }, '例の3行目が、実行結果にありません。'],
  [{ path: 'header', expected: 'A, B' }, '例にある列が、実行結果にありません: A, B'],
  [{ path: '' }, '実行結果に含まれるJSONの個数が、例より少なくなっています。'],
  [{ path: 'output', expected: 'abc' }, '実行結果に"abc"が含まれていません。'],
  [{ path: 'NAME', expected: 'x' }, 'NAME: 値が表示されていません。"x"のはずです。'],
  [{ path: 'Vpcs[0].State' }, 'Vpcs[0].State: 例にはありますが、実行結果にはありません。'],
])('missing: %j', (difference, text) => {
  expect(describeMissing({ kind: 'missing', message: '', ...difference })).toBe(text);
});

test.each([
  [{ path: 'output line 2', actual: 'x' }, '実行結果の2行目の"x"は、例にはありません。'],
  [{ path: 'output row 2' }, '実行結果の表の2行目は、例にはありません。'],
  [{ path: '' }, '実行結果に含まれるJSONの個数が、例より多くなっています。'],
  [{ path: 'Vpcs[1]' }, 'Vpcs[1]: 実行結果にはありますが、例にはありません。'],
])('unexpected: %j', (difference, text) => {
  expect(unexpected({ kind: 'unexpected', message: '', ...difference })).toBe(text);
});
