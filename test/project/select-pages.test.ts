import { describe, expect, test } from 'vitest';
import { selectLocales, selectPages } from '../../src/project/index.ts';
import { aPage } from '../doctest/pages.ts';

const pages = [
  aPage('get-token'),
  aPage('run/commands'),
  aPage('get-token', [], 1, 'en'),
  { ...aPage('commands'), id: 'other/commands', course: 'other', file: 'docs/other/commands.mdx' },
];
const select = (...names: string[]) =>
  selectPages(names, {
    root: '/project',
    cwd: '/project/docs',
    candidates: pages,
    all: pages,
    filesOf: ({ file }) => [file],
    listedBy: 'tejun doctest --plan',
  }).map(({ file }) => file);

describe('selectPages', () => {
  test('nothing asked for is everything', () => {
    expect(select()).toHaveLength(4);
  });

  test.for([
    [
      'an id, in every locale',
      'course/get-token',
      ['docs/course/get-token.mdx', 'i18n/en/course/get-token.mdx'],
    ],
    ['the end of an id', 'get-token', ['docs/course/get-token.mdx', 'i18n/en/course/get-token.mdx']],
    ['a path from the project', 'docs/course/get-token.mdx', ['docs/course/get-token.mdx']],
    ['a path from here', 'course/get-token.mdx', ['docs/course/get-token.mdx']],
    ['an absolute path', '/project/i18n/en/course/get-token.mdx', ['i18n/en/course/get-token.mdx']],
    ['a course', 'other', ['docs/other/commands.mdx']],
    ['the folder of a course', 'docs/other/', ['docs/other/commands.mdx']],
    ['a folder below a course', 'course/run', ['docs/course/run/commands.mdx']],
  ] as const)('%s', ([, name, files]) => {
    expect(select(name)).toEqual(files);
  });

  test('what could be two pages is neither', () => {
    expect(() => select('commands')).toThrow('course/run/commands, other/commands');
  });

  test('what is nothing names what is near', () => {
    expect(() => select('get-tokn')).toThrow('Did you mean get-token?');
    expect(() => select('zzzzzzzz')).toThrow('--plan');
  });
});

test('a name that exists in another language only says so', () => {
  const inJapanese = pages.filter(({ locale }) => locale === 'ja');
  const english = [aPage('only-english', [], 1, 'en')];
  const select = () =>
    selectPages(['only-english'], {
      root: '/project',
      candidates: inJapanese,
      all: [...inJapanese, ...english],
      filesOf: ({ file }) => [file],
      listedBy: 'tejun doctest --plan',
    });
  expect(select).toThrow('exists only in the locale en: leave --locale out, or add it.');
});

test('selectLocales keeps the known order and refuses unknown ones', () => {
  expect(selectLocales(['ja', 'en'], ['en', 'ja'])).toEqual(['ja', 'en']);
  expect(() => selectLocales(['ja', 'en'], ['fr'])).toThrow('Unknown locale "fr"');
});
