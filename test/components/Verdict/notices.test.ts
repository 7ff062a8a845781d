import { expect, test } from 'vitest';
import { Notices } from '../../../src/components/Verdict/notices.tsx';
import { words } from '../markup.ts';

test('what was replaced, what is empty and what came besides are told apart', () => {
  const notices = [
    { path: 'x', message: '', replaced: { from: 'vpc-1', to: 'vpc-2' } },
    { path: 'NAME', message: '', isEmptyVariable: true as const },
    { path: 'line 2', message: '' },
    { path: 'A.B', message: '' },
  ];
  expect(words(Notices, { notices }).split('\n')).toEqual([
    'ページのvpc-1を、先に得た値のvpc-2に置き換えて実行しました。',
    '変数に値が入っていません: NAME',
    '例にない項目がありますが、問題ありません: 2行目, A.B',
  ]);
  expect(words(Notices, { notices: [] })).toBe('');
});
