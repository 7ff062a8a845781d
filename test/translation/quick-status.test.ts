import { expect, test } from 'vitest';
import { quickStatus } from '../../src/translation/quick-status.ts';
import { acceptedText, pairOf } from './pairs.ts';

const source = '## 実行 {/* #run */}\n\n本文\n';
const translation = '## Run {/* #run */}\n\nText\n';

test('a page without a translation, and a translation without a page, need no parser', () => {
  expect(quickStatus(pairOf(source, undefined), 'ja')).toMatchObject({
    ...{ state: 'missing', headings: [{ heading: '実行', anchor: 'run', state: 'missing' }], problems: [] },
  });
  expect(quickStatus(pairOf(undefined, translation), 'ja')).toMatchObject({ state: 'orphan', problems: [] });
});

test('only a translation that was accepted for this very source is fresh without parsing', () => {
  const text = acceptedText(source, translation);
  expect(quickStatus(pairOf(source, text), 'ja')).toMatchObject({
    ...{ state: 'fresh', headings: [{ heading: '実行', translated: 'Run', state: 'fresh' }] },
  });
  expect(quickStatus(pairOf(`${source}\n続き\n`, text), 'ja')).toBeUndefined();
  expect(quickStatus(pairOf(source, translation), 'ja')).toBeUndefined();
});
