import type { Heading, Nodes, Root } from 'mdast';
import { parseMarkdown, parsePage } from './parse-mdx.ts';
import { headingAnchor, headingText } from './relevant-nodes.ts';
import { indexSource, type SourceText } from './source-text.ts';
import type { Position } from './types.ts';

/** A link or an image of a page, as its writer wrote it. */
export interface Link {
  readonly url: string;
  readonly isImage: boolean;
  readonly place: Pick<Position, 'line' | 'column'>;
}

/** Links of a page, and the places in it that others can lead to. */
export interface PageLinks {
  readonly links: readonly Link[];
  readonly anchors: readonly string[];
}

const NONE: PageLinks = { links: [], anchors: [] };
const ID = /\bid=["'{]+([\w-]+)/g;

/** Reads the links of a page and its anchors; none of a page that cannot be parsed, which is a problem of its own. */
export function readLinks(text: string, file: string): PageLinks {
  const tree = treeOf(text, file);
  if (!tree) return NONE;
  const source = indexSource(text);
  const links: Link[] = [];
  // Any element may have an id.
  const anchors = [...text.matchAll(ID)].map(([, id = '']) => id);
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') anchors.push(anchorOf(node, source));
    if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && node.position)
      links.push({ url: node.url, isImage: node.type === 'image', place: placeOf(node.position.start) });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { links, anchors };
}

const placeOf = ({ line, column }: Link['place']): Link['place'] => ({ line, column });

function treeOf(text: string, file: string): Root | undefined {
  if (file.endsWith('.md')) return parseMarkdown(text);
  try {
    return parsePage(text);
  } catch {
    return undefined;
  }
}

/** Its own, else the one that Docusaurus gives it: the text in small letters, without punctuation. */
const anchorOf = (heading: Heading, source: SourceText): string =>
  headingAnchor(heading, source)?.anchor ??
  headingText(heading, source)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
