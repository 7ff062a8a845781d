import type { Root } from 'mdast';
import { refractor } from 'refractor';
import { visit } from 'unist-util-visit';
import { type HighlightedText, type TokenStyle, writePaint } from '../../src/site/highlight.ts';

type Highlighted = ReturnType<typeof refractor.highlight>;

/** Styles of a page by the token types of Prism's grammars. */
const PAINT_OF = new Map<string, TokenStyle>([
  ...paint('comment', 'comment'),
  ...paint('string', 'string', 'inserted', 'attr-value'),
  ...paint('name', 'property', 'variable', 'assign-left', 'environment', 'attr-name'),
  ...paint('word', 'keyword', 'builtin', 'function', 'boolean', 'number', 'tag', 'constant'),
  ...paint('quiet', 'punctuation', 'operator', 'parameter'),
]);

/**
 * Colours the fences of a page. Before: a fence of language `bash`; after: the same, whose `<code>` has the property
 * `paint`. A fence with nothing to colour, or of no language that Prism knows, stays as it is.
 */
export default function paintCode() {
  return (tree: Root): void => {
    visit(tree, 'code', (fence) => {
      const paint = fence.lang ? highlight(fence.value, fence.lang) : undefined;
      if (paint) fence.data = { ...fence.data, hProperties: { ...fence.data?.hProperties, paint } };
    });
  };
}

/** Returns the paint of a code; undefined where there is nothing to colour, or Prism does not know its language. */
export function highlight(code: string, language: string): string | undefined {
  if (!refractor.registered(language)) return undefined;
  const pieces = merged(piecesOf(refractor.highlight(code, language)));
  return pieces.some(({ paint }) => paint) ? writePaint(pieces) : undefined;
}

function paint(name: TokenStyle, ...types: string[]): [string, TokenStyle][] {
  return types.map((type) => [type, name]);
}

/** A token inside another has its own paint, or else that of the outer one. */
function piecesOf(
  node: Highlighted | Highlighted['children'][number],
  outer?: TokenStyle,
): HighlightedText[] {
  if (node.type === 'text') return [{ text: node.value, paint: outer }];
  if (!('children' in node)) return [];
  const own = node.type === 'element' ? paintOf(node.properties.className) : undefined;
  return node.children.flatMap((child) => piecesOf(child, own ?? outer));
}

function paintOf(classes: unknown): TokenStyle | undefined {
  if (!Array.isArray(classes)) return undefined;
  return classes.map((name) => PAINT_OF.get(String(name))).findLast((found) => found !== undefined);
}

function merged(pieces: readonly HighlightedText[]): HighlightedText[] {
  const all: HighlightedText[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.paint === piece.paint) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
