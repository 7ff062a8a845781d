import { expect, test } from 'vitest';
import { containsWords } from '../../../src/components/Filter/contains-words.ts';

test.each([
  ['IAMユーザの作成', 'iam 作成', true],
  ['IAMユーザの作成', 'ＩＡＭ', true],
  ['ﾕｰｻﾞ', 'ユーザ', true],
  ['IAMユーザの作成', 'iam 削除', false],
  ['IAMユーザの作成', ' iam　', true],
  ['IAMユーザの作成', ' 削除 ', false],
])('%s has the words of "%s": %s', (text, query, has) => expect(containsWords(text, query)).toBe(has));
