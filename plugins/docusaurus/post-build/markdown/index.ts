import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import { markdownPath } from '../../../../src/site/page-data.ts';
import type { BuiltSite, Props } from '../built-site.ts';
import { readerMarkdown } from './convert.ts';
import { llmsText, markdownWords } from './llms.ts';

type Doc = LoadedContent['loadedVersions'][number]['docs'][number];

/** Each page once more as Markdown, beside its HTML, for terminals and for models; `llms.txt` lists them. */
export async function writeMarkdown({ folder, locale, baseUrl }: BuiltSite, props: Props): Promise<void> {
  const { siteDir, siteConfig, codeTranslations } = props;
  const docs = docsOf(props);
  const addressOf = ({ permalink }: Doc) => siteConfig.url + markdownPath(permalink);
  const bySource = new Map(docs.map((doc) => [pathOf(doc), addressOf(doc)]));
  const words = markdownWords(codeTranslations);
  /** Pictures beside the Markdown: file below the site's folder -> its source. */
  const pictures = new Map<string, string>();

  for (const doc of docs) {
    const source = pathOf(doc);
    const markdown = readerMarkdown(await readFile(join(siteDir, source), 'utf8'), {
      title: doc.title,
      locale,
      words,
      link: (target) => bySource.get(posix.join(posix.dirname(source), target)),
      picture: (target) => {
        if (!target.startsWith('./')) return undefined;
        const file = posix.join('docs', doc.sourceDirName, target);
        pictures.set(file, join(siteDir, posix.dirname(source), target));
        return siteConfig.url + baseUrl + file;
      },
    });
    await writeFile(join(folder, markdownPath(doc.permalink).slice(baseUrl.length)), markdown);
  }
  for (const [file, source] of pictures) {
    await mkdir(join(folder, posix.dirname(file)), { recursive: true });
    await copyFile(source, join(folder, file));
  }
  const pages = docs.map((doc) => ({ ...doc, address: addressOf(doc) }));
  await writeFile(join(folder, 'llms.txt'), llmsText(pages, { ...words, site: siteConfig.title }));
}

/** From the project's folder. */
const pathOf = ({ source }: Doc) => source.replace(/^@site\//, '');

function docsOf({ plugins }: Props): Doc[] {
  const content = plugins.find(({ name }) => name === 'docusaurus-plugin-content-docs')?.content;
  const docs =
    (content as LoadedContent | undefined)?.loadedVersions.flatMap((version) => version.docs) ?? [];
  const position = (doc: Doc) => doc.sidebarPosition ?? Number.POSITIVE_INFINITY;
  return [...docs].sort(
    (a, b) => a.sourceDirName.localeCompare(b.sourceDirName) || position(a) - position(b),
  );
}
