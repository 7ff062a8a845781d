import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import {
  compoundParts,
  indexCompoundParts,
} from '../../../../plugins/docusaurus/search-words/compound-parts.ts';

const require = createRequire(import.meta.url);
const requireBeside = createRequire(require.resolve('@easyops-cn/docusaurus-search-local/package.json'));
const lunr = requireBeside('lunr');

it('lists the later words of a compound, with their places', () => {
  expect(compoundParts('15分のセッショントークンを')).toEqual([
    { text: 'ショントークン', at: 6 },
    { text: 'トークン', at: 9 },
  ]);
});

it.each(['トークン', 'session token', '', '有効期限'])('has nothing to add to %j', (text) => {
  expect(compoundParts(text)).toEqual([]);
});

it('makes parts be found, in their place', () => {
  const { tokenizer } = lunr;
  indexCompoundParts(lunr);
  const builder = new lunr.Builder();
  lunr.tokenizer = tokenizer;
  builder.metadataWhitelist = ['position'];
  builder.ref('i');
  builder.field('t');
  builder.add({ i: '1', t: '取得: セッショントークン' });
  builder.add({ i: '2', t: 'バケット' });
  const index = builder.build();
  const [found, ...others] = index.search('トークン');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    ref: '1',
    matchData: { metadata: { トークン: { t: { position: [[9, 4]] } } } },
  });
});
