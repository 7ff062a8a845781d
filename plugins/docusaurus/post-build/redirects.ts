import { createRequire } from 'node:module';
import type { Plugin, PluginModule } from '@docusaurus/types';
import { readRedirects } from '../../../src/translation/index.ts';
import type { Props } from './built-site.ts';

const require = createRequire(import.meta.url);

/**
 * Writes a page at each address that a page had before: it leads to the page, with the query and the anchor. Docusaurus
 * starts all plugins at once; this one is run before the pages get their policies.
 */
export async function writeRedirects(props: Props): Promise<void> {
  const redirects = Object.entries(readRedirects(props.siteDir)).map(([from, to]) => ({
    from: addressOf(from),
    to: addressOf(to),
  }));
  if (redirects.length === 0) return;
  const { default: create }: { default: PluginModule } = require('@docusaurus/plugin-client-redirects');
  const options = { redirects, fromExtensions: [], toExtensions: [] };
  const plugin = (await create({ siteConfig: props.siteConfig } as never, options)) as Plugin;
  await plugin.postBuild?.(props as never);
}

const addressOf = (id: string): string => `/docs/${id.replace(/\/index$/, '')}`;
