import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LoadContext, Plugin, PluginModule } from '@docusaurus/types';
import type { PluginOptions } from '@easyops-cn/docusaurus-search-local';
import { PACKAGE } from './package-folder.ts';
import { type Props, publishSite } from './post-build/index.ts';
import { writeSearchParts } from './search-index/write-parts.ts';
import { indexCompoundParts } from './search-words/compound-parts.ts';

export type SearchOptions = Partial<PluginOptions>;

const require = createRequire(import.meta.url);
// Its types tell of its options only.
type SearchLocal = { default: PluginModule } & Required<Pick<PluginModule, 'validateOptions'>>;
type ConfigureWebpack = NonNullable<Plugin['configureWebpack']>;
const OF_SEARCH =
  /[\\/]node_modules[\\/](?:@easyops-cn[\\/]docusaurus-search-local|lunr|lunr-languages)[\\/]/;

const MANIFEST = require.resolve('@easyops-cn/docusaurus-search-local/package.json');
const PLUGIN = dirname(MANIFEST);
const requireBeside = createRequire(MANIFEST);
const ownModule = (name: string) => join(PACKAGE, 'plugins/docusaurus', name);
/** Modules of ours: words of a query, the search in its worker, and the marks in a page. */
const OWN_MODULES = {
  ...Object.fromEntries(
    ['tokenize', 'tokenize.js'].map((name) => [
      join(PLUGIN, 'dist/client/client/utils', name),
      ownModule('search-words/tokenize.ts'),
    ]),
  ),
  [join(PLUGIN, 'dist/client/client/theme/worker.js')]: ownModule('search-index/search-worker.ts'),
  [requireBeside.resolve('mark.js')]: ownModule('search-words/mark.ts'),
};

/** Elements around the text of a page: labels of buttons, captions, facts about the page. */
const UNREAD = [
  'article button',
  'article figcaption',
  '[data-step-run]',
  '[data-step-paste]',
  '[data-practice-bar]',
  '[data-doors]',
  '[data-trust]',
];

/** It sets lunr up once a process, for the language that is built first: the others could not be searched. */
function loadAnew(): SearchLocal {
  for (const path of Object.keys(require.cache)) if (OF_SEARCH.test(path)) delete require.cache[path];
  return require('@easyops-cn/docusaurus-search-local');
}

/**
 * Search, and then all that is made of the finished pages and their index: Docusaurus starts every plugin's
 * `postBuild` at once, so what must come last hangs on the last to end.
 */
const search = async (context: LoadContext, options: unknown) => {
  const plugin = await loadAnew().default(context, {
    ...(options as SearchOptions),
    highlightSearchTermsOnTargetPage: true,
    ignoreCssSelectors: UNREAD,
    language: searchLanguages(context.i18n),
  });
  if (!plugin) return plugin;
  return {
    ...plugin,
    configureWebpack: (...about: Parameters<ConfigureWebpack>) => {
      const own = plugin.configureWebpack?.(...about) ?? {};
      return { ...own, resolve: { ...own.resolve, alias: { ...own.resolve?.alias, ...OWN_MODULES } } };
    },
    getClientModules: () => [require.resolve('./post-build/register-service-worker.ts')],
    async postBuild(props: Parameters<NonNullable<Plugin['postBuild']>>[0]) {
      indexCompoundParts(requireBeside('lunr'));
      await plugin.postBuild?.(props);
      await writeSearchParts(props.outDir, props.baseUrl);
      await publishSite(props as Props);
    },
  };
};
search.validateOptions = loadAnew().validateOptions;

/** How words are told apart: by the rules of the page's language, where there are some, of the source, and of English. */
function searchLanguages({ currentLocale, defaultLocale }: LoadContext['i18n']): string[] {
  const [own = '', source = ''] = [currentLocale, defaultLocale].map((locale) => locale.split('-')[0]);
  // The rules of Chinese take the place of all others.
  const wanted = own === 'zh' ? [own] : [source, own];
  return [...new Set([...wanted.filter(isKnown), 'en'])];
}

function isKnown(language: string): boolean {
  try {
    require.resolve(`lunr-languages/lunr.${language}`);
    return true;
  } catch {
    return false;
  }
}

export default search;
