import { posix, relative } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { identifyPage } from '../../src/project/index.ts';

/**
 * Lets a translation link to a page that is not translated yet, and the source shown in its place link back. Before:
 * `./clean-up.mdx`; after: `/course/clean-up.mdx`, which Docusaurus looks for among the translations, then the sources.
 */
export default function linksToPages({ siteDir }: { readonly siteDir?: string } = {}) {
  return (tree: Root, file: VFile): void => {
    // Only the id is of use here: it is the same in every language.
    const page = identifyPage(relative(siteDir ?? file.cwd, file.path).replaceAll('\\', '/'), '');
    if (!page) return;
    visit(tree, ['link', 'definition'], (node) => {
      if (!('url' in node)) return;
      const [, path, rest = ''] = /^(?!\w+:|\/|#)([^?#]+\.mdx?)([?#].*)?$/.exec(node.url) ?? [];
      if (path !== undefined) node.url = posix.join('/', posix.dirname(page.id), path) + rest;
    });
  };
}
