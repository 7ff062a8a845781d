import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Below node_modules: what the plain site is made with is found from there. */
const FOLDER = 'node_modules/.cache/tejun-plain-site';

const CONFIG = `module.exports = {
  title: 'Plain',
  url: 'https://plain.example',
  baseUrl: '/',
  trailingSlash: false,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: { format: 'md', hooks: { onBrokenMarkdownLinks: 'ignore' } },
  future: { v4: true, faster: { rspackPersistentCache: false } },
  i18n: { defaultLocale: 'ja', locales: ['ja', 'en'] },
  presets: [['classic', { docs: { routeBasePath: 'docs' }, blog: false, pages: false }]],
  themes: [[require.resolve('@easyops-cn/docusaurus-search-local'), { hashed: true, language: ['ja', 'en'], indexBlog: false, explicitSearchResultPath: true }]],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { hideable: true } },
    navbar: { title: 'Plain', items: [{ type: 'localeDropdown', position: 'right' }, { type: 'search', position: 'right' }] },
    prism: { additionalLanguages: ['bash'] },
  },
};
`;

/** A site of plain Docusaurus with the same search and the same pages, as text: what a reader would load without us. */
export async function writePlainSite(built: string): Promise<string> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'docusaurus.config.js'), CONFIG);
  await writeFile(join(FOLDER, 'package.json'), '{ "name": "plain", "private": true }');
  for (const name of await readdir(join(built, 'docs'), { recursive: true })) {
    if (!name.endsWith('.md')) continue;
    const file = join(FOLDER, 'docs', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await readFile(join(built, 'docs', name), 'utf8'));
  }
  await cp('.browserslistrc', join(FOLDER, '.browserslistrc'));
  return FOLDER;
}
