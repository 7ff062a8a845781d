import { expect, test } from 'vitest';
import { builtSite, htmlFiles, type Props } from '../../../../plugins/docusaurus/post-build/built-site.ts';
import { folderOf } from '../../../project/folders.ts';

const built = (currentLocale: string, outDir: string) =>
  builtSite({
    outDir,
    baseUrl: '/',
    i18n: { currentLocale, defaultLocale: 'ja', locales: ['ja', 'en'] },
  } as unknown as Props);

test.each([
  ['ja', '/build', '/build', ['en']],
  ['en', '/build/en', '/build', []],
  ['en', '/elsewhere', '/elsewhere', ['ja']],
])('%s in %s has its root in %s', (locale, folder, root, others) => {
  expect(built(locale, folder)).toMatchObject({ folder, root, locale, others });
});

test("the pages of another language below the folder are not this one's", async () => {
  const folder = folderOf({
    'index.html': '',
    'docs/a/index.html': '',
    'en/index.html': '',
    'assets/x.js': '',
  });
  expect(await htmlFiles(folder, ['en'])).toEqual(['docs/a/index.html', 'index.html']);
});
