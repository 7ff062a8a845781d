import { expect, test } from 'vitest';
import { readLocales } from '../../src/project/index.ts';
import { EN, folderOf } from './folders.ts';

test('the source language is the first of the list', () => {
  const root = folderOf({
    'i18n/locales.json': '{ "en": { "label": "English" }, "ja": { "label": "日本語" } }',
  });
  expect(readLocales(root)).toMatchObject({ source: 'en', translations: ['ja'] });
});

test('a project without a list has Japanese pages and what folders of pages there are', () => {
  const root = folderOf({ [`${EN}/a.mdx`]: '', 'i18n/code.json': '{}' });
  expect(readLocales(root)).toEqual({
    source: 'ja',
    translations: ['en'],
    settings: { ja: { label: '日本語' }, en: { label: 'English' } },
  });
});

test('translated pages of a language that is not listed are refused, not left out', () => {
  const root = folderOf({ 'i18n/locales.json': '{ "ja": { "label": "日本語" } }', [`${EN}/a.mdx`]: '' });
  expect(() => readLocales(root)).toThrow(/^i18n\/locales\.json:1:1 .*the language "en" is not listed/);
});

test.for(['{', '[]', '{}', '{ "ja": {} }', 'null'])('%s is no list of languages', (text) => {
  expect(() => readLocales(folderOf({ 'i18n/locales.json': text }))).toThrow(/cannot be read/);
});
