import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parsePage, parseWithoutMdx } from '../../src/procedure/index.ts';

/** A text of the same length and lines, in which all that is not prose is blank: places stay what they are. */
export interface Prose {
  /** Markdown, without what is MDX's or Docusaurus's own. */
  readonly markdown: string;
  /** Words only: no code, no addresses. */
  readonly words: string;
}

export function proseOf(source: string): Prose {
  const tree = parse(source);
  return { markdown: blank(source, tree, notMarkdown), words: blank(source, tree, notWords) };
}

function parse(source: string): Root {
  try {
    return parsePage(source);
  } catch {
    return parseWithoutMdx(source); // the documents of the project are Markdown
  }
}

type Range = readonly [start: number, end: number];

function blank(source: string, tree: Root, without: (node: Nodes) => readonly Range[]): string {
  let text = source;
  visit(tree, (node) => {
    for (const [start, end] of without(node))
      text = text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
  });
  return text;
}

function notMarkdown(node: Nodes): readonly Range[] {
  switch (node.type) {
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return whole(node);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
    case 'containerDirective':
      return around(node);
    default:
      return [];
  }
}

function notWords(node: Nodes): readonly Range[] {
  switch (node.type) {
    case 'code':
    case 'inlineCode':
    case 'textDirective':
    case 'definition':
      return whole(node);
    case 'link':
      return around(node);
    default:
      return notMarkdown(node);
  }
}

function whole({ position }: Nodes): readonly Range[] {
  return position ? [[position.start.offset ?? 0, position.end.offset ?? 0]] : [];
}

/** Source before the first child and after the last one: a tag, a mark, an address. */
function around(node: Extract<Nodes, { children: unknown }>): readonly Range[] {
  const [outer] = whole(node);
  const [first] = node.children[0] ? whole(node.children[0]) : [];
  const last = node.children.at(-1);
  const [end] = last ? whole(last) : [];
  if (!outer) return [];
  return first && end
    ? [
        [outer[0], first[0]],
        [end[1], outer[1]],
      ]
    : [outer];
}
