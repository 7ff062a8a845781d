import { join } from 'node:path';
import logger from '@docusaurus/logger';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { formatProblem, type Problem } from '../../../src/procedure/index.ts';
import { SITE_PAGES_FOLDER } from '../../../src/project/index.ts';
import { type PageStatus, readSite, type Site } from '../../../src/translation/index.ts';
import { loadTogether } from '../load-together.ts';
import { languages, type ShownPage } from './data.ts';
import { rememberFindings, rememberTexts } from './remember.ts';

interface Content {
  readonly site: Site;
  readonly statuses: readonly PageStatus[];
}

/** A page that belongs to no course, as Docusaurus tells of it; a component has no title. */
type SitePage =
  | { readonly type: 'jsx' }
  | { readonly type: 'mdx'; readonly source: string; readonly title: string; readonly permalink: string };

/**
 * Makes the page /translations of how pages stand to their sources. A build fails where the commands of
 * the language differ from those of the source; the development server says so and goes on.
 */
export default function translations(context: LoadContext): Plugin {
  const findings = rememberFindings();
  const readChanged = rememberTexts();
  return {
    name: 'tejun-translations',
    getPathsToWatch: () =>
      ['docs/**/*', 'i18n/**/*', `${SITE_PAGES_FOLDER}/**/*`].map((pattern) =>
        join(context.siteDir, pattern),
      ),
    loadContent: loadTogether(async () => {
      const site = readSite(context.siteDir, { readFile: readChanged });
      const { statuses, differing } = await findings(site, context.i18n.currentLocale);
      if (differing.length > 0) refuse(differing);
      return { site, statuses };
    }),
    async allContentLoaded({ allContent, actions }) {
      const content = allContent['tejun-translations']?.default as Content | undefined;
      if (!content) return;
      const { site, statuses } = content;
      const { siteConfig, baseUrl, i18n } = context;
      const { repository } = siteConfig.customFields as { repository: string };
      const pages = new Map([
        ...coursePages(allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined),
        ...sitePages(
          allContent['docusaurus-plugin-content-pages']?.default as readonly SitePage[] | undefined,
        ),
      ]);
      const data = await actions.createData(
        'translations.json',
        JSON.stringify({ languages: languages(site, statuses, { pages, repository, i18n }) }),
      );
      actions.addRoute({
        path: `${baseUrl}translations`,
        exact: true,
        component: '@site/src/components/Translations/index.tsx',
        modules: { data },
      });
    },
  };
}

function refuse(problems: readonly Problem[]): void {
  const text = `Translations differ from their sources:\n\n${problems.map(formatProblem).join('\n')}\n`;
  if (process.env.NODE_ENV === 'production') throw new Error(text);
  logger.warn(text);
}

/** Pages of courses by id, as the language that is built shows them. */
function coursePages(content: LoadedContent | undefined): Map<string, ShownPage> {
  const docs = content?.loadedVersions.flatMap((version) => version.docs) ?? [];
  return new Map(
    docs.map(({ source, title, permalink, sidebarPosition: position }) => {
      const path = source.replace(/^@site\/(?:docs|i18n\/[^/]+\/[^/]+\/current)\//, '');
      return [path.replace(/\.mdx?$/, ''), { title, permalink, position }];
    }),
  );
}

/** The same of pages that belong to no course. */
function sitePages(content: readonly SitePage[] | undefined): Map<string, ShownPage> {
  return new Map(
    (content ?? []).flatMap((page) => {
      if (page.type !== 'mdx') return [];
      const { source, title, permalink } = page;
      const path = source.replace(/^@site\/(?:src\/pages|i18n\/[^/]+\/[^/]+)\//, '');
      return [[`${SITE_PAGES_FOLDER}/${path.replace(/\.mdx?$/, '')}`, { title, permalink }]];
    }),
  );
}
