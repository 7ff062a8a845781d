import { expect, test } from 'vitest';
import { anchorFor, sectionOf } from '../../../src/authoring/import/sections.ts';

test.each([
  ['手順の目的', 2, 'purpose'],
  ['設定値の確認', 3, 'check-values'],
  ['完了条件１: 終わったこと', 3, 'completion'],
  ['Clean-up', 2, 'clean-up'],
  ['Before you begin', 2, 'requirements'],
])('%s is a section of level %i', (title, depth, anchor) => {
  expect(sectionOf(title)).toMatchObject({ depth, anchor });
});

test('a longer title is no section', () => {
  expect(sectionOf('手順の目的と背景')).toBeUndefined();
});

test.each([
  ['完了条件2: 終わったこと', 'completion-2'],
  ['手順の目的', 'purpose'],
  ['Create the S3 Bucket of This Very Long Title', 'create-the-s3-bucket-of-this'],
  ['3. バケットの作成', 'step-3'],
  ['バケットの作成 3', 'part-7'],
  ['バケットの作成', 'part-7'],
])('the anchor of %s is %s', (title, anchor) => {
  expect(anchorFor(title, 7)).toBe(anchor);
});
