import { describe, expect, test } from 'vitest';
import { acceptPage } from '../../src/translation/index.ts';
import { quickStatus } from '../../src/translation/quick-status.ts';
import { pairOf } from './pairs.ts';

const source = '## 実行 {/* #run */}\n\n本文\n';
const translation = '---\ntitle: T # kept\n---\n\n## Run {/* #run */}\n\nText\n';

test('a translation that was accepted is fresh, and differs in its front matter only', () => {
  const accepted = acceptPage(pairOf(source, translation), 'ja');
  if (!('change' in accepted)) throw new Error('The pages of the test can be read.');
  const { before, after } = accepted.change;
  expect(before).toBe(translation);
  expect(after).toContain('- heading: run\n');
  expect(after.replace(/tejun:\n(?: .*\n)+/, '')).toBe(translation);
  expect(quickStatus(pairOf(source, after), 'ja')?.state).toBe('fresh');
});

test('what cannot be read is told, file by file', () => {
  expect(acceptPage(pairOf('{', translation), 'ja')).toMatchObject({ problems: [{ file: 'docs/c/p.mdx' }] });
  expect(acceptPage(pairOf(source, '{'), 'ja')).toMatchObject({
    problems: [{ file: expect.stringContaining('i18n/en') }],
  });
});

test('an orphan, and a page without a translation, are refused', () => {
  expect(() => acceptPage(pairOf(undefined, translation), 'ja')).toThrow('is an orphan');
  expect(() => acceptPage(pairOf(source, undefined), 'ja')).toThrow('is not translated');
});

const accept = (source: string, translation: string, locale = 'en', sourceLocale = 'ja') =>
  acceptPage(
    { id: 'c/p', locale, source, translation, sourceFile: 'docs/c/p.mdx', file: 'i18n/p.mdx' },
    sourceLocale,
  );

const problems = (...args: Parameters<typeof accept>): string[] => {
  const result = accept(...args);
  return 'problems' in result ? result.problems.map(({ line, code }) => `${line} ${code}`) : [];
};

const pageOf = (...lines: string[]): string => `## 目的 {/* #purpose */}\n\n${lines.join('\n\n')}\n`;
const english = (...lines: string[]): string => pageOf(...lines).replace('目的', 'Purpose');

describe('text of the source is refused', () => {
  test.for([
    ['a sentence', pageOf('一覧を表示します。'), english('一覧を表示します。')],
    ['a heading', pageOf('一覧です。'), pageOf('A list.')],
    ['a list item', pageOf('- 一覧です。\n- 表です。'), english('- 一覧です。\n- A table.')],
    [
      'a sentence half of which is left',
      pageOf('一覧を表示します。'),
      english('Show the list。表示します。'),
    ],
    [
      'a comment of a command',
      pageOf('```bash command\n# 一覧\nls\n```'),
      english('```bash command\n# 一覧\nls\n```'),
    ],
    ['a fence of words', pageOf('```text\n利用者\n```'), english('```text\n利用者\n```')],
  ] as const)('%s', ([, source, translation]) => {
    expect(problems(source, translation)).toHaveLength(1);
  });

  test('in a language that shares the letters, from a few words on', () => {
    const source = '# A\n\nThis lists all of the buckets.\n\nAmazon S3\n';
    expect(problems(source, '# A\n\nThis lists all of the buckets.\n\nAmazon S3\n', 'ja', 'en')).toEqual([
      '3 untranslated',
    ]);
  });
});

describe('what is the same in every language is not', () => {
  test.for([
    ['names', pageOf('AWS CLI'), english('AWS CLI')],
    ['code', pageOf('`バケット`'), english('`バケット`')],
    [
      'a table of code',
      pageOf('| `a` | 1 |\n|---|---|\n| `バケット` | 2 |'),
      english('| `a` | 1 |\n|---|---|\n| `バケット` | 2 |'),
    ],
    [
      'the address of a link',
      pageOf('[AWS](https://example.com/一覧)'),
      english('[AWS](https://example.com/一覧)'),
    ],
    ['a result', pageOf('```text result\n一覧\n```'), english('```text result\n一覧\n```')],
  ] as const)('%s', ([, source, translation]) => {
    expect(problems(source, translation)).toEqual([]);
  });

  test('what the translator has allowed', () => {
    const [source, translation] = [pageOf('一覧'), english('一覧')];
    const allow = (value: string) =>
      `---\ntejun:\n  allow: [{ rule: untranslated, value: ${value}, reason: a name }]\n---\n\n${translation}`;
    expect(problems(source, allow('一覧'))).toEqual([]);
    expect(problems(source, allow('表'))).toEqual(['8 untranslated']);
  });
});
