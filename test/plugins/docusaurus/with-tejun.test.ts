import type { Config, LoadContext, Plugin } from '@docusaurus/types';
import { expect, test } from 'vitest';
import { withTejun } from '../../../plugins/docusaurus/with-tejun.ts';
import remarkTejun from '../../../plugins/remark/index.ts';
import { folderOf } from '../../project/folders.ts';

const site: Config = {
  title: 'T',
  url: 'https://example.com',
  baseUrl: '/',
  i18n: { defaultLocale: 'ja', locales: ['ja'] },
};
const marked = (config: Config) => withTejun({ ...site, ...config } as Config, { siteDir: folderOf() });

/** The remark plugins that an entry of a configuration is given before Docusaurus's own. */
function before(entry: unknown): unknown[] {
  const [, options] = entry as [string, Record<string, unknown>];
  const docs = (options.docs ?? options) as { beforeDefaultRemarkPlugins?: unknown[] };
  return (docs.beforeDefaultRemarkPlugins ?? []).map((plugin) =>
    Array.isArray(plugin) ? plugin[0] : plugin,
  );
}

test("the docs of the classic preset and every docs plugin mark steps, after the site's own plugins", () => {
  const own = () => undefined;
  const { presets = [], plugins = [] } = marked({
    ...site,
    presets: ['classic', ['@docusaurus/preset-classic', { docs: { beforeDefaultRemarkPlugins: [own] } }]],
    plugins: [['@docusaurus/plugin-content-docs', { id: 'other' }], 'some-plugin'],
  });
  expect(presets.map(before)).toEqual([[remarkTejun], [own, remarkTejun]]);
  expect(before(plugins[0])).toEqual([remarkTejun]);
  expect(plugins[1]).toBe('some-plugin');
});

test('a preset without docs, another preset, and a missing one stay as they are', () => {
  const presets: NonNullable<Config['presets']> = [['classic', { docs: false }], 'other', null];
  expect(marked({ ...site, presets }).presets).toEqual(presets);
});

test('the configuration that was given does not change', () => {
  const config: Config = { ...site, presets: [['classic', { docs: {} }]] };
  const copy = structuredClone(config);
  withTejun(config, { siteDir: folderOf() });
  expect(config).toEqual(copy);
});

test.each([
  ['ja', false],
  ['en', true],
  ['ko', true],
])('the texts of the components in %s come from the package: %s', async (locale, given) => {
  const theme = marked(site).plugins?.at(-1) as (context: LoadContext) => Plugin;
  const { getDefaultCodeTranslationMessages } = theme({ i18n: { currentLocale: locale } } as LoadContext);
  const texts = (await getDefaultCodeTranslationMessages?.()) ?? {};
  expect(Object.keys(texts).length > 0).toBe(given);
  expect(Object.keys(texts).every((id) => id.startsWith('tejun.'))).toBe(true);
});
