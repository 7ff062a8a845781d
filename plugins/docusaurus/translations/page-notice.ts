import { relative } from 'node:path';
import type { MarkdownConfig } from '@docusaurus/types';
import { identifyPage, memoize, pagesFolder, SOURCE_FOLDER } from '../../../src/project/index.ts';
import type { TranslationNotice } from '../../../src/site/translations.ts';
import { bothTextsOf, type PagePair, siteStatus } from '../../../src/translation/index.ts';
import type { Sources } from '../practices/page-info.ts';
import { noticeOf } from './data.ts';
import { rememberTexts } from './remember.ts';

type ParseFrontMatter = NonNullable<MarkdownConfig['parseFrontMatter']>;

/**
 * Gives a page that differs from its source a notice, as `tejunTranslation` in its front matter: global data would be a
 * part of every page.
 *
 * @param parse reads the front matter that the notice is added to
 */
export function pageNotice({ siteDir, sourceLocale }: Sources, parse: ParseFrontMatter): ParseFrontMatter {
  const read = rememberTexts();
  const textOf = (file: string) => read(siteDir, file)?.text;
  const find = memoize(
    (_texts: string, pair: PagePair) => findNotice(pair, { siteDir, sourceLocale }),
    ({ file }) => file,
  );
  return async (params) => {
    const parsed = await parse(params);
    const locale = process.env.DOCUSAURUS_CURRENT_LOCALE ?? sourceLocale;
    // Docusaurus shows the source where there is no translation.
    const shown = identifyPage(relative(siteDir, params.filePath).replaceAll('\\', '/'), sourceLocale);
    if (!shown || locale === sourceLocale) return parsed;
    const { id, file: path } = shown;
    const name = `${id}${path.slice(path.lastIndexOf('.'))}`;
    const sourceFile = `${SOURCE_FOLDER}/${name}`;
    const file = `${pagesFolder(locale, sourceLocale)}/${name}`;
    const texts = { source: textOf(sourceFile), translation: textOf(file) };
    const pair = { id, locale, sourceFile, file, ...texts };
    const notice = await find(bothTextsOf(pair), pair);
    return notice ? { ...parsed, frontMatter: { ...parsed.frontMatter, tejunTranslation: notice } } : parsed;
  };
}

/** Finds the notice of a page. One that cannot be read has none: the remark plugin says what is wrong with it. */
async function findNotice(
  pair: PagePair,
  { siteDir, sourceLocale }: Sources,
): Promise<TranslationNotice | undefined> {
  const locales = { source: sourceLocale, translations: [pair.locale], settings: {} };
  const { statuses } = await siteStatus({ root: siteDir, locales, pairs: [] }, [pair]);
  return statuses[0] && noticeOf(statuses[0]);
}
