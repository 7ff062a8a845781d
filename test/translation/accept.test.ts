import { expect, test } from 'vitest';
import { acceptPage, blobId } from '../../src/translation/index.ts';
import { quickStatus } from '../../src/translation/quick-status.ts';
import { pairOf } from './pairs.ts';

const source = '## 実行 {/* #run */}\n\n本文\n';
const translation = '---\ntitle: T # kept\n---\n\n## Run {/* #run */}\n\nText\n';

test('a translation that was accepted is fresh, and differs in its front matter only', () => {
  const accepted = acceptPage(pairOf(source, translation));
  if (!('change' in accepted)) throw new Error('The pages of the test can be read.');
  const { before, after } = accepted.change;
  expect(before).toBe(translation);
  expect(after).toContain(`source: ${blobId(source)}`);
  expect(after.replace(/tejun:\n(?: .*\n)+/, '')).toBe(translation);
  expect(quickStatus(pairOf(source, after))?.state).toBe('fresh');
});

test('what cannot be read is told, file by file', () => {
  expect(acceptPage(pairOf('{', translation))).toMatchObject({ problems: [{ file: 'docs/c/p.mdx' }] });
  expect(acceptPage(pairOf(source, '{'))).toMatchObject({
    problems: [{ file: expect.stringContaining('i18n/en') }],
  });
});

test('an orphan, and a page without a translation, are refused', () => {
  expect(() => acceptPage(pairOf(undefined, translation))).toThrow('is an orphan');
  expect(() => acceptPage(pairOf(source, undefined))).toThrow('is not translated');
});
