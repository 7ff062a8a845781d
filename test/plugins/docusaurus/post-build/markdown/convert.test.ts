import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readerMarkdown } from '../../../../../plugins/docusaurus/post-build/markdown/convert.ts';
import { markdownWords } from '../../../../../plugins/docusaurus/post-build/markdown/llms.ts';

const folder = 'test/fixtures/plugins/publish';

describe('a page as Markdown', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const markdown = readerMarkdown(readFileSync(`${folder}/${name}/page.mdx`, 'utf8'), {
      title: 'Buckets',
      locale: 'ja',
      words: markdownWords({ 'theme.admonition.note': '注釈' }),
      link: (target) => (target === './next.mdx' ? 'https://site.example/docs/next.md' : undefined),
      picture: (target) => (target === './figure.svg' ? 'https://site.example/docs/figure.svg' : undefined),
    });
    await expect(markdown).toMatchFileSnapshot(`../../../../fixtures/plugins/publish/${name}/reader.md`);
  });
});
