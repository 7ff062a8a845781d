import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, LoadContext, Plugin, PluginOptions } from '@docusaurus/types';
import { readConfig } from '../../src/project/index.ts';
import remarkTejun from '../remark/index.ts';
import { PACKAGE } from './package-folder.ts';
import { pageData } from './page-data.ts';
import practices from './practices/index.ts';

export interface TejunOptions {
  /** Folder of the site; where Docusaurus was started by default. */
  readonly siteDir?: string;
}

/**
 * Adds steps, practice and badge to a Docusaurus site: the remark plugin in every docs plugin, and the theme.
 *
 * @param config the site's own configuration
 * @returns the configuration with what Tejun needs; `config` stays as it is
 *
 * @example
 * // docusaurus.config.ts
 * import { withTejun } from 'tejun/docusaurus';
 * export default withTejun({ title: 'My site', presets: ['classic'], ... });
 */
export function withTejun(config: Config, { siteDir = process.cwd() }: TejunOptions = {}): Config {
  const sourceLocale = config.i18n?.defaultLocale ?? 'en';
  const { onUnmarkedFence } = readConfig(siteDir);
  const marking = [remarkTejun, { siteDir, sourceLocale, onUnmarkedFence }] as const;
  const addFacts = pageData({ siteDir, sourceLocale });
  const parse = config.markdown?.parseFrontMatter;
  return {
    ...config,
    markdown: {
      ...config.markdown,
      parseFrontMatter: (params) =>
        addFacts(
          parse
            ? {
                ...params,
                defaultParseFrontMatter: (inner) =>
                  parse({ ...inner, defaultParseFrontMatter: params.defaultParseFrontMatter }),
              }
            : params,
        ),
    },
    presets: config.presets?.map((preset) => markedPreset(preset, marking)),
    plugins: [...(config.plugins ?? []).map((plugin) => markedPlugin(plugin, marking)), practices, theme],
  };
}

type Marking = readonly [typeof remarkTejun, object];

/** An entry of `presets`; as Docusaurus takes it, `false` and `null` stand for none. */
type PresetEntry = NonNullable<Config['presets']>[number];
type PluginEntry = NonNullable<Config['plugins']>[number];

/** The classic preset, whose docs plugin marks steps. */
function markedPreset(preset: PresetEntry, marking: Marking): PresetEntry {
  const [name, options] = named(preset);
  if (name === undefined || !/^(?:@docusaurus\/preset-)?classic$/.test(name)) return preset;
  const { docs } = options as { docs?: false | PluginOptions };
  return docs === false ? preset : [name, { ...options, docs: withMarking(docs ?? {}, marking) }];
}

/** A docs plugin that marks steps. */
function markedPlugin(plugin: PluginEntry, marking: Marking): PluginEntry {
  const [name, options] = named(plugin);
  if (name === undefined || !/^(?:@docusaurus\/plugin-)?content-docs$/.test(name)) return plugin;
  return [name, withMarking(options, marking)];
}

/** The name and the options of an entry; no name for a plugin that is given as a function. */
function named(entry: PresetEntry | PluginEntry): readonly [string | undefined, PluginOptions] {
  const [name, options] = Array.isArray(entry) ? entry : [entry];
  return [typeof name === 'string' ? name : undefined, (options ?? {}) as PluginOptions];
}

function withMarking(options: PluginOptions, marking: Marking): PluginOptions {
  const { beforeDefaultRemarkPlugins = [] } = options as { beforeDefaultRemarkPlugins?: readonly unknown[] };
  return { ...options, beforeDefaultRemarkPlugins: [...beforeDefaultRemarkPlugins, marking] };
}

/** Components of steps around those of the site's theme, and the texts on them. */
function theme({ i18n }: LoadContext): Plugin {
  return {
    name: 'tejun-theme',
    getThemePath: () => join(PACKAGE, 'src/embedded'),
    getClientModules: () => [join(PACKAGE, 'src/embedded/style.css')],
    getDefaultCodeTranslationMessages: async () => textsOf(i18n.currentLocale),
    // Components are shipped as they are written: the site compiles them as it does its own.
    configureWebpack: (_config, isServer, { getJSLoader }) => ({
      module: {
        rules: [
          {
            test: /\.tsx?$/,
            include: join(PACKAGE, 'src'),
            use: [getJSLoader({ isServer })],
          },
        ],
      },
    }),
  };
}

/** The texts of the components are written in Japanese; every language but Japanese gets the English ones. */
function textsOf(locale: string): Record<string, string> {
  if (/^ja\b/.test(locale)) return {};
  const all = JSON.parse(readFileSync(join(PACKAGE, 'i18n/en/code.json'), 'utf8')) as Record<
    string,
    { message: string }
  >;
  const ours = Object.entries(all).filter(([id]) => id.startsWith('tejun.'));
  return Object.fromEntries(ours.map(([id, { message }]) => [id, message]));
}
