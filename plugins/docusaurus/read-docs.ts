import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext } from '@docusaurus/types';
import { includePartials, type Page, type PageIdentity, readPage } from '../../src/procedure/index.ts';
import { identifyPage, memoize, readTextIfThere } from '../../src/project/index.ts';
import { rememberFiles } from './remember-files.ts';

type AllContent = Readonly<Record<string, Record<string, unknown>>>;

/** A page as it was read, with the text that it was read from. */
export interface ReadDoc extends ReturnType<typeof readPage> {
  readonly text: string;
}

/** Parses a page, or remembers it: more than one plugin asks for all pages, and a save changes one. */
export const readOnce = memoize(
  (text: string, identity: PageIdentity): ReadDoc => ({ ...readPage(text, identity), text }),
  ({ file }) => file,
);

const remembered = rememberFiles<ReadDoc | undefined>();

/** Reads a page whose file was written since the last time, or remembers it. Undefined where there is no file any more. */
export function readDocFile(siteDir: string, identity: PageIdentity): ReadDoc | undefined {
  const path = join(siteDir, identity.file);
  const doc = remembered(path, () => (existsSync(path) ? readWhole(siteDir, path, identity) : undefined));
  // A partial may have been written since.
  return doc && isOfSeveralFiles(doc, identity) ? readWhole(siteDir, path, identity) : doc;
}

/** Reads a page with the partials that it shows. */
function readWhole(siteDir: string, path: string, identity: PageIdentity): ReadDoc {
  const read = (file: string): string | undefined => readTextIfThere(siteDir, file)?.text;
  const { text, problems } = includePartials(readFileSync(path, 'utf8'), identity.file, read);
  const doc = readOnce(text, identity);
  return problems.length === 0 ? doc : { ...doc, page: undefined, problems: [...problems, ...doc.problems] };
}

const isOfSeveralFiles = ({ page, problems }: ReadDoc, { file }: PageIdentity): boolean =>
  page?.partials !== undefined || problems.some((problem) => problem.file !== file);

/** The pages of a site in one language, by their place in the sidebar: one that is not translated is the source's. */
export function readDocs(allContent: AllContent, { siteDir, i18n }: LoadContext): ReadDoc[] {
  return filesIn(allContent).flatMap((file) => {
    const identity = identifyPage(file, i18n.defaultLocale);
    // One that has just been removed is still listed, until Docusaurus has read the folder again.
    return (identity && readDocFile(siteDir, identity)) ?? [];
  });
}

/** A page that is not translated is one of the language in which it is shown: it requires the pages beside it. */
export const inShownLanguage = (page: Page, { i18n }: LoadContext): Page => ({
  ...page,
  locale: i18n.currentLocale,
});

/** Paths from the site's folder. */
function filesIn(allContent: AllContent): string[] {
  const content = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined;
  const docs = content?.loadedVersions.flatMap((version) => version.docs) ?? [];
  return docs
    .sort((a, b) => (a.sidebarPosition ?? Infinity) - (b.sidebarPosition ?? Infinity))
    .map(({ source }) => source.replace(/^@site\//, ''));
}
