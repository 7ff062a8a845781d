import { createRequire } from 'node:module';
import type { LoadContext, Plugin, PluginModule } from '@docusaurus/types';
import type { PluginOptions } from '@easyops-cn/docusaurus-search-local';
import { type Props, publish } from './publish/index.ts';

export type SearchOptions = Partial<PluginOptions>;

const require = createRequire(import.meta.url);
// Its types tell of its options only.
const searchLocal: { default: PluginModule } & Required<Pick<PluginModule, 'validateOptions'>> =
  require('@easyops-cn/docusaurus-search-local');

/**
 * Search, and then all that is made of the finished pages and their index: Docusaurus starts every plugin's
 * `postBuild` at once, so what must come last hangs on the last to end.
 */
const search = async (context: LoadContext, options: unknown) => {
  const plugin = await searchLocal.default(context, options);
  if (!plugin) return plugin;
  return {
    ...plugin,
    getClientModules: () => [require.resolve('./publish/keep-offline.ts')],
    async postBuild(props: Parameters<NonNullable<Plugin['postBuild']>>[0]) {
      await plugin.postBuild?.(props);
      await publish(props as Props);
    },
  };
};
search.validateOptions = searchLocal.validateOptions;

export default search;
