import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { pageNotice } from '../../../../plugins/docusaurus/translations/page-notice.ts';
import { folderOf } from '../../../project/folders.ts';
import { acceptedText } from '../../../translation/pairs.ts';

afterEach(() => void vi.unstubAllEnvs());

const EN = 'i18n/en/docusaurus-plugin-content-docs/current/c';
const source = '## 実行 {/* #run */}\n\n文です。\n';
const translation = acceptedText(source, '## Run {/* #run */}\n\nA sentence.\n');

/** Reads notices of a site's pages, each as Docusaurus shows it in a language. */
function noticesOf(siteDir: string) {
  const parse = pageNotice({ siteDir, sourceLocale: 'ja' }, async (params) => ({
    frontMatter: { title: params.filePath.slice(siteDir.length + 1) },
    content: params.fileContent,
  }));
  return async (file: string, locale: string): Promise<unknown> => {
    vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', locale);
    const { frontMatter } = await parse({
      ...{ filePath: join(siteDir, file), fileContent: '' },
      defaultParseFrontMatter: async () => ({ frontMatter: {}, content: '' }),
    });
    expect(frontMatter.title).toBe(file);
    return frontMatter.tejunTranslation;
  };
}

test('a page that is not translated, or whose source has changed since, has a notice; others have none', async () => {
  const root = folderOf({
    'docs/c/a.mdx': source,
    'docs/c/b.mdx': source,
    [`${EN}/b.mdx`]: translation,
    [`${EN}/gone.mdx`]: translation,
  });
  const noticeOf = noticesOf(root);
  expect(await noticeOf('docs/c/a.mdx', 'en')).toEqual({ state: 'missing', headings: [] });
  expect(await noticeOf('docs/c/a.mdx', 'ja')).toBeUndefined();
  expect(await noticeOf(`${EN}/b.mdx`, 'en')).toBeUndefined();
  expect(await noticeOf(`${EN}/gone.mdx`, 'en')).toBeUndefined();
  // The development server asks again for a page whose source was saved.
  writeFileSync(join(root, 'docs/c/b.mdx'), source.replace('文です。', '別の文です。'));
  expect(await noticeOf(`${EN}/b.mdx`, 'en')).toMatchObject({ state: 'stale' });
  expect(await noticeOf('src/pages/about.mdx', 'en')).toBeUndefined();
});
