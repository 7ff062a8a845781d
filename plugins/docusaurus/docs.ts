import { createRequire } from 'node:module';
import type { LoadContext, Plugin, PluginModule, RouteConfig } from '@docusaurus/types';
import { loadTogether } from './load-together.ts';

const require = createRequire(import.meta.url);

interface Version {
  readonly docsSidebars: Readonly<Record<string, unknown>>;
  readonly docs: Readonly<Record<string, unknown>>;
}

/** A route of the docs plugin: it names the sidebar of a page, and carries the data of all sidebars. */
interface DocsRoute extends RouteConfig {
  readonly sidebar?: string;
  readonly routes?: DocsRoute[];
}

interface DocsGlobalData {
  readonly versions: readonly { readonly docs: unknown; readonly sidebars: unknown }[];
}

type DocsPlugin = { default: PluginModule } & Required<Pick<PluginModule, 'validateOptions'>>;
const contentDocs: DocsPlugin = require('@docusaurus/plugin-content-docs');

/**
 * Docusaurus's docs plugin, of which a page carries the sidebar of its own course only, and no list of all pages:
 * what a reader of one page downloads does not grow with the number of courses.
 */
const docs = async (context: LoadContext, options: unknown) => {
  const plugin = (await contentDocs.default(context, options)) as Plugin;
  return {
    ...plugin,
    loadContent: loadTogether(() => plugin.loadContent?.()),
    contentLoaded: async (args: Parameters<NonNullable<Plugin['contentLoaded']>>[0]) => {
      const { actions } = args;
      await plugin.contentLoaded?.({
        ...args,
        actions: {
          ...actions,
          addRoute: (route) => actions.addRoute(splitByCourse(route as DocsRoute)),
          setGlobalData: (data) => actions.setGlobalData(withoutPages(data as DocsGlobalData)),
        },
      });
    },
  };
};
docs.validateOptions = contentDocs.validateOptions;

function splitByCourse(route: DocsRoute): DocsRoute {
  return { ...route, routes: route.routes?.flatMap(splitVersion) ?? [] };
}

/** One route for each sidebar, below the folder of that name. */
function splitVersion(version: DocsRoute): DocsRoute[] {
  const data = version.props?.version as Version | undefined;
  const root = version.routes?.find(({ routes }) => routes);
  if (!data || !root?.routes)
    throw new Error('The routes of the docs plugin are not as they were: see plugins/docusaurus/docs.ts.');
  const others = version.routes?.filter((route) => route !== root) ?? [];
  const sidebars = [...new Set(root.routes.map(({ sidebar }) => sidebar))];
  const split = sidebars.map((sidebar) => {
    const routes = root.routes?.filter((route) => route.sidebar === sidebar) ?? [];
    const path = `${version.path.replace(/\/$/, '')}/${sidebar}`;
    const outside = routes.find((route) => route.path !== path && !route.path.startsWith(`${path}/`));
    if (sidebar === undefined || outside)
      throw new Error(`${outside?.path ?? routes[0]?.path}: a page stands below the folder of its course.`);
    const props = { ...version.props, version: ofCourse(data, sidebar) };
    return { ...version, path, props, routes: [{ ...root, path, routes }] };
  });
  // An address that is no page's is answered by the root of the docs, which says so.
  const none = { ...version.props, version: { ...data, docsSidebars: {}, docs: {} } };
  return [...split, { ...version, props: none, routes: [...others, { ...root, routes: [] }] }];
}

function ofCourse({ docsSidebars, docs: pages, ...rest }: Version, course: string): Version {
  const own = Object.entries(pages).filter(([id]) => id.startsWith(`${course}/`));
  return { ...rest, docsSidebars: { [course]: docsSidebars[course] }, docs: Object.fromEntries(own) };
}

function withoutPages({ versions, ...rest }: DocsGlobalData): DocsGlobalData {
  const none = { mainDocId: '', docs: [], sidebars: {} };
  return { ...rest, versions: versions.map((version) => ({ ...version, ...none })) };
}

export default docs;
