import { expect, test } from 'vitest';
import { hasWords } from '../../../src/components/Filter/has-words.ts';

test.each([
  ['IAMユーザの作成', 'iam 作成', true],
  ['IAMユーザの作成', 'ＩＡＭ', true],
  ['ﾕｰｻﾞ', 'ユーザ', true],
  ['IAMユーザの作成', 'iam 削除', false],
])('%s has the words of "%s": %s', (text, query, has) => expect(hasWords(text, query)).toBe(has));
