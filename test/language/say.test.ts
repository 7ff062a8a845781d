import { afterEach, describe, expect, test } from 'vitest';
import { chooseLanguage, counted, language, say, setLanguage } from '../../src/language/index.ts';

afterEach(() => setLanguage('en'));

const report = (): string[] => [say`${2} failed`, counted(1, 'page'), counted(2, 'page'), say`pages`];

test('English stands in the sources', () => {
  expect(report()).toEqual(['2 failed', '1 page', '2 pages', 'pages']);
});

test('Japanese from the catalogue, without plurals', async () => {
  await setLanguage('ja');
  expect(language()).toBe('ja');
  expect(report()).toEqual(['失敗2', '1ページ', '2ページ', 'ページ  ']);
});

test('a value is written as it is, though it looks like a place', async () => {
  await setLanguage('ja');
  expect(say`There is no rule "${'{0} $&'}".`).toBe('規則「{0} $&」はありません。');
});

describe('the language of the locale', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'ja' }, 'ja'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ja_JP.eucJP' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: '' }, 'ja'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'jam' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
  ] as const)('%j: %s', (env, expected) => {
    expect(chooseLanguage(env)).toBe(expected);
  });
});
