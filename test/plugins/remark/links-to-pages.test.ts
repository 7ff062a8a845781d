import { remark } from 'remark';
import { expect, test } from 'vitest';
import linksToPages from '../../../plugins/remark/links-to-pages.ts';

const PAGES = ['docs/course/page.mdx', 'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx'];

const linksIn = (text: string, path: string): string =>
  String(remark().use(linksToPages).processSync({ value: text, path, cwd: '/' }));

test.for<[string, string]>([
  ['[a](./other.mdx)', '[a](/course/other.mdx)'],
  ['[a](other.mdx#part)', '[a](/course/other.mdx#part)'],
  ['[a](../sub/other.md)', '[a](/sub/other.md)'],
  ['[a](/course/other.mdx)', '[a](/course/other.mdx)'],
  ['[a](#part)', '[a](#part)'],
  ['[a](https://docs.example/a.md)', '[a](https://docs.example/a.md)'],
  ['[a][]\n\n[a]: ./other.mdx', '[a][]\n\n[a]: /course/other.mdx'],
])('%j becomes %j', ([text, expected]) => {
  for (const page of PAGES) expect(linksIn(text, `/${page}`).trim()).toBe(expected);
});

test('leaves other pages as they are', () => {
  expect(linksIn('[a](./other.mdx)', '/src/pages/about.mdx').trim()).toBe('[a](./other.mdx)');
});
