import { expect, it } from 'vitest';
import { tokenize } from '../../../../plugins/docusaurus/search-words/tokenize.ts';

it.each([
  ['ＡＷＳ', ['ja', 'en'], ['aws']],
  ['ﾌﾟﾛﾌｧｲﾙ　AWS CLI', ['ja', 'en'], ['プロファイル', 'aws', 'cli']],
  ['list-users', ['en'], ['list', 'users']],
  ['  ', ['en'], []],
  ['会话token', ['zh', 'en'], ['会话', 'token']],
])('%j in %j is %j', (text, languages, words) => {
  expect(tokenize(text, languages)).toEqual(words);
});
