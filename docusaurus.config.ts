import { fileURLToPath } from 'node:url';
import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Options, ThemeConfig } from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import words from './plugins/docusaurus/code-translations/index.ts';
import courseRoutes from './plugins/docusaurus/course-routes/index.ts';
import courses from './plugins/docusaurus/courses.ts';
import docs from './plugins/docusaurus/docs.ts';
import pageProblems from './plugins/docusaurus/error-overlay/index.ts';
import modulePackage from './plugins/docusaurus/esm-compat.ts';
import paintedCode, { codeTheme } from './plugins/docusaurus/highlighted-code.ts';
import icons from './plugins/docusaurus/icons.ts';
import samePlace from './plugins/docusaurus/keep-scroll-position/index.ts';
import { pageData } from './plugins/docusaurus/page-data.ts';
import { chunks } from './plugins/docusaurus/practices/bundling.ts';
import practices from './plugins/docusaurus/practices/index.ts';
import search, { type SearchOptions } from './plugins/docusaurus/search.ts';
import stillness from './plugins/docusaurus/stillness.ts';
import notices from './plugins/docusaurus/third-party-licenses/index.ts';
import translations from './plugins/docusaurus/translations/index.ts';
import { pageNotice } from './plugins/docusaurus/translations/page-notice.ts';
import paintCode from './plugins/remark/highlight-code.ts';
import remarkTejun from './plugins/remark/index.ts';
import linksToPages from './plugins/remark/links-to-pages.ts';
import listOperations from './plugins/remark/list-operations.ts';
import requiredPolicy from './plugins/remark/required-policy.ts';
import { pagesFolder, readLocales } from './src/project/index.ts';

/** Address of the site and of its sources; a deployment sets them, these are placeholders. */
const { TEJUN_SITE_URL, TEJUN_BASE_URL, TEJUN_REPOSITORY } = process.env;
const site = {
  url: TEJUN_SITE_URL ?? 'https://tejun.example',
  baseUrl: TEJUN_BASE_URL ?? '/',
  repository: TEJUN_REPOSITORY ?? 'https://git.example/tejun/tejun',
};

const siteDir = fileURLToPath(new URL('.', import.meta.url));

const { source: defaultLocale, translations: translated, settings } = readLocales(siteDir);
const sources = { siteDir, sourceLocale: defaultLocale };

const editUrl: DocsOptions['editUrl'] = ({ locale, docPath }) =>
  `${site.repository}/edit/main/${pagesFolder(locale, defaultLocale)}/${docPath}`;

const config: Config = {
  title: 'Tejun',
  tagline: '動作確認済みのAWS CLIハンズオン',
  favicon: 'img/logo.svg',
  // An on-screen keyboard takes its room from the page: what stands at the bottom stays above it.
  headTags: [
    {
      tagName: 'meta',
      attributes: {
        name: 'viewport',
        content: 'width=device-width, initial-scale=1, interactive-widget=resizes-content',
      },
    },
  ],
  url: site.url,
  baseUrl: site.baseUrl,
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    format: 'mdx',
    parseFrontMatter: pageNotice(sources, pageData(sources)),
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  // A cache kept between builds would outlive changes of the plugins above.
  future: { v4: true, faster: { rspackPersistentCache: false } },
  customFields: { repository: site.repository, courses: '/docs', differences: '/differences' },
  i18n: {
    defaultLocale,
    locales: [defaultLocale, ...translated],
    localeConfigs: settings,
  },
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: false,
        pages: { remarkPlugins: [listOperations] },
        sitemap: { ignorePatterns: ['/search', '/*/search'] },
        theme: { customCss: './src/css/site.css' },
      } satisfies Options,
    ],
  ],
  plugins: [
    [
      docs,
      {
        routeBasePath: 'docs',
        sidebarPath: './sidebars.ts',
        editUrl,
        beforeDefaultRemarkPlugins: [
          linksToPages,
          paintCode,
          [remarkTejun, { onUnmarkedFence: 'throw', sourceLocale: defaultLocale }],
          requiredPolicy,
        ],
      } satisfies DocsOptions,
    ],
    courses,
    practices,
    courseRoutes,
    () => ({ name: 'tejun-chunks', configureWebpack: chunks }),
    modulePackage,
    icons,
    notices,
    paintedCode,
    pageProblems,
    samePlace,
    stillness,
    translations,
    words,
  ],
  themes: [
    [
      search,
      {
        hashed: true,
        indexBlog: false,
        indexPages: true,
        explicitSearchResultPath: true,
      } satisfies SearchOptions,
    ],
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { hideable: true } },
    navbar: {
      title: 'Tejun',
      logo: { alt: '', src: 'img/logo.svg', width: 28, height: 28 },
      items: [
        { to: '/docs', label: 'ハンズオン', position: 'left' },
        { type: 'localeDropdown', position: 'right' },
        { type: 'search', position: 'right' },
      ],
    },
    // A comment in a command is part of the command: none may be read as an instruction to the highlighter.
    prism: { theme: codeTheme, darkTheme: codeTheme, magicComments: [] },
  } satisfies ThemeConfig,
};

export default config;
