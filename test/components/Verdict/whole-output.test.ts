import { expect, test } from 'vitest';
import { onStream, otherEnd, otherExit, otherForm } from '../../../src/components/Verdict/whole-output.ts';

const difference = (more: object) =>
  ({ kind: 'exit-code', path: '', message: '', ...more }) as Parameters<typeof otherExit>[0];

test.each([
  [otherExit, { expected: '0', actual: '254' }, '成功するはずのコマンドが、失敗しました (終了コードは254)。'],
  [otherExit, { expected: '254', actual: '0' }, 'エラーになるはずのコマンドが、成功しました。'],
  [otherExit, { expected: '254 or 255', actual: '1' }, '終了コードは254または255のはずですが、1でした。'],
  [otherEnd, { expected: '0' }, '例では成功していますが、貼り付けた結果はエラーです。'],
  [otherForm, { path: 'stdout' }, '確認する変数が表示されていません。'],
  [otherForm, { path: 'line 2' }, '2行目: 例を読み取れないため、比べられません。'],
  [onStream, { path: 'stderr' }, '例に合う内容は、標準エラー出力にあります。'],
  [
    onStream,
    { path: 'stdout', expected: '', actual: 'x' },
    '何も表示されないはずですが、"x"と表示されました。',
  ],
  [onStream, { path: 'stderr', actual: 'x' }, '例にはない内容が、標準エラー出力に表示されました: "x"'],
] as const)('%o of %j', (say, more, text) => {
  expect(say(difference(more))).toBe(text);
});
