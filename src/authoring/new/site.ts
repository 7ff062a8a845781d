import packageJson from '../../../package.json' with { type: 'json' };
import { type FileChange, type Locales, languageName } from '../../project/index.ts';
import { courseFiles, pageFiles, translatedPage } from './file-changes.ts';

/** Languages that a new site can begin with. */
export type SiteLocale = 'ja' | 'en';

const COURSE = 'first-course';
const PAGE = `${COURSE}/first-page`;

/**
 * Files of a new bilingual site with Docusaurus: settings, an overview, and a course with one page, whose commands run
 * as they are.
 *
 * @param source language that the pages are written in; the other one is the translation
 * @param name of the site's package
 * @param spec dependency on Tejun; this version by default
 */
export function siteFiles(source: SiteLocale, name: string, spec = `^${packageJson.version}`): FileChange[] {
  const translation = source === 'ja' ? 'en' : 'ja';
  const settings = Object.fromEntries(
    [source, translation].map((one) => [one, { label: languageName(one) }]),
  );
  const locales: Locales = { source, translations: [translation], settings };
  const written: Readonly<Record<string, string>> = {
    'package.json': json(manifest(name, spec)),
    'tejun.config.json': json({ pages: ['docs'], onUnmarkedFence: 'throw' }),
    'i18n/locales.json': json(settings),
    'docusaurus.config.ts': docusaurusConfig(source, translation),
    '.gitignore': 'node_modules/\nbuild/\n.docusaurus/\n',
  };
  return [
    ...Object.entries(written).map(([file, after]) => ({ file, after })),
    ...translatedPage(locales, 'index', HOME),
    ...courseFiles(locales, COURSE),
    ...pageFiles(locales, PAGE, 1),
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function manifest(name: string, spec: string): object {
  const { devDependencies: tested } = packageJson;
  return {
    name,
    private: true,
    scripts: {
      start: 'docusaurus start',
      build: 'docusaurus build',
      serve: 'docusaurus serve',
      test: 'tejun doctest && tejun lint && tejun i18n check',
    },
    dependencies: {
      '@docusaurus/core': tested['@docusaurus/core'],
      '@docusaurus/faster': tested['@docusaurus/faster'],
      '@docusaurus/plugin-content-docs': tested['@docusaurus/plugin-content-docs'],
      '@docusaurus/preset-classic': tested['@docusaurus/preset-classic'],
      '@docusaurus/theme-common': tested['@docusaurus/theme-common'],
      // Docusaurus resolves it from the site.
      '@mdx-js/react': '^3.0.0',
      react: tested.react,
      'react-dom': tested['react-dom'],
      tejun: spec,
    },
  };
}

const docusaurusConfig = (
  source: string,
  translation: string,
): string => `import type { Config } from '@docusaurus/types';
import { withTejun } from 'tejun/docusaurus';

const config: Config = {
  title: 'My procedures',
  url: 'https://example.com',
  baseUrl: '/',
  i18n: { defaultLocale: '${source}', locales: ['${source}', '${translation}'] },
  future: { v4: true, faster: true },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  themeConfig: {
    navbar: { title: 'My procedures', items: [{ type: 'localeDropdown', position: 'right' }] },
  },
};

export default withTejun(config);
`;

const HOME = {
  ja: `---
title: 手順の一覧
slug: /
---

- [最初のハンズオン](./${COURSE}/index.mdx)
`,
  en: `---
title: Procedures
slug: /
---

- [The first course](./${COURSE}/index.mdx)
`,
};
