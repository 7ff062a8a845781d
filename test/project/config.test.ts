import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../src/procedure/index.ts';
import { listPageFiles, readConfig, readLocales } from '../../src/project/index.ts';
import { accountFileOf } from '../../src/project/layout.ts';
import type { Config } from '../../types/index.d.ts';
import { folderOf } from './folders.ts';

const SETTINGS = { pages: ['README.md', 'guides'], locales: ['en', 'ja'], onUnmarkedFence: 'ignore' };

test.for([
  ['tejun.config.json', JSON.stringify(SETTINGS)],
  [
    'tejun.config.ts',
    `import { posix } from 'node:path';
     type Kind = 'ignore';
     const onUnmarkedFence: Kind = 'ignore';
     export default { ...${JSON.stringify(SETTINGS)}, pages: [posix.join('.', 'README.md'), 'guides'], onUnmarkedFence };`,
  ],
] as const)('%s holds the settings', ([file, text]) => {
  const root = folderOf({ [file]: text });
  const published: Config = readConfig(root);
  expect(published).toEqual(SETTINGS);
  expect(readLocales(root)).toMatchObject({ source: 'en', translations: ['ja'] });
});

test('a project without a file has no settings', () => {
  expect(readConfig(folderOf())).toEqual({});
});

test('a changed file is read again', () => {
  const root = folderOf({ 'tejun.config.json': '{ "account": "a.yaml" }' });
  expect(readConfig(root)).toEqual({ account: 'a.yaml' });
  writeFileSync(join(root, 'tejun.config.json'), '{ "account": "b.yaml" }');
  utimesSync(join(root, 'tejun.config.json'), 1, 1);
  expect(readConfig(root)).toEqual({ account: 'b.yaml' });
});

test.for([
  ['{ "page": ["docs"] }', /Unrecognized key: "page"/],
  ['{ "pages": [] }', /pages: /],
  ['{ "pages": ["../secret"] }', /pages\.0: should be a path inside the project/],
  ['{ "pages": ["/etc"] }', /pages\.0: should be a path inside the project/],
  ['{ "locales": ["English"] }', /locales/],
  ['{ "onUnmarkedFence": "never" }', /onUnmarkedFence: /],
  ['{ "pages": ["docs"], }', /tejun\.config\.json:1:1 .*JSON/],
] as const)('%s is refused', ([text, reason]) => {
  const root = folderOf({ 'tejun.config.json': text });
  expect(() => readConfig(root)).toThrow(reason);
});

test('a file of settings that does not compile is named', () => {
  const root = folderOf({ 'tejun.config.ts': 'export default {' });
  expect(() => readConfig(root)).toThrow(/^tejun\.config\.ts:1:1 /);
});

test('pages are those of the folders and files that the settings name, with packages left out', () => {
  const root = folderOf({
    'tejun.config.json': '{ "pages": ["docs", "README.md", "guides"] }',
    'docs/c/a.md': '',
    'README.md': '',
    'CHANGELOG.md': '',
    'guides/b.mdx': '',
    'guides/node_modules/x/README.md': '',
  });
  expect(listPageFiles(root).files.map(({ id, file }) => `${id} ${file}`)).toEqual([
    'c/a docs/c/a.md',
    'README README.md',
    'guides/b guides/b.mdx',
  ]);
});

test('a place that the settings name and that does not exist is refused', () => {
  const root = folderOf({ 'tejun.config.json': '{ "pages": ["guide"] }' });
  expect(() => listPageFiles(root)).toThrow(/name guide among the pages/);
});

test('an account file lies in the folder of the course, else it is the one of the settings', () => {
  const root = folderOf({
    'tejun.config.json': '{ "account": "aws/account.yaml" }',
    'docs/a/_account.yaml': '',
  });
  const accountOf = (file: string, text = '') => {
    const id = file.replace(/^docs\/|\.md$/g, '');
    const { page } = readPage(text, { id, file, locale: 'en' });
    return page && accountFileOf(root, page);
  };
  expect(accountOf('docs/a/page.md')).toBe('docs/a/_account.yaml');
  expect(accountOf('docs/b/page.md')).toBe('aws/account.yaml');
  expect(accountOf('README.md')).toBe('aws/account.yaml');
  expect(accountOf('docs/b/page.md', '---\ntejun: { account: other }\n---\n')).toBe('docs/b/_other.yaml');
  expect(accountOf('README.md', '---\ntejun: { account: other }\n---\n')).toBe('_other.yaml');
});
