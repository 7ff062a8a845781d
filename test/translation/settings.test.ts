import { expect, test } from 'vitest';
import { applyEdits } from '../../src/translation/edits.ts';
import { settingsEdit } from '../../src/translation/settings.ts';
import { outline } from './outlines.ts';

const source = outline(
  '---\ntejun:\n  requires: [a]\n  variables: { BUCKET: { default: b, label: バケット } }\n---\n',
);

function synced(translation: string): { text: string; told: string[] } {
  const { edits, problems } = settingsEdit(source, outline(translation), '\n');
  return { text: applyEdits(translation, edits), told: problems.map(({ message }) => message) };
}

test("settings that differ are the source's, and the rest stays as it is written", () => {
  const { text, told } = synced('---\ntitle: T # kept\ntejun: { requires: [z] }\n---\n');
  expect(text).toContain('title: T # kept\n');
  expect(outline(text).frontMatter).toMatchObject({
    ...{ requires: [{ page: 'a' }], variables: [{ name: 'BUCKET', default: 'b', label: 'バケット' }] },
  });
  expect(told.map((message) => message.split('"')[1])).toEqual(['tejun.requires', 'tejun.variables']);
});

test('labels are words of the translation: they stay', () => {
  const own = '---\ntejun:\n  requires: [a]\n  variables: { BUCKET: { default: x, label: Bucket } }\n---\n';
  expect(outline(synced(own).text).frontMatter.variables).toMatchObject([{ default: 'b', label: 'Bucket' }]);
  expect(synced(own.replace('default: x', 'default: b'))).toMatchObject({ told: [] });
});

test('a page without front matter gets one', () => {
  expect(synced('text\n').text).toMatch(/^---\ntejun:\n[\s\S]+\n---\n+text\n$/);
});
