import type { Code, Heading, Nodes, Root, Yaml } from 'mdast';
import { type SourceText, spanOf } from './source-text.ts';
import type { Span } from './types.ts';

export type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Nodes of a page that the extractor reads. */
export type RelevantNode = Code | Heading | JsxElement;

/** The nodes of interest in reading order, however deep: in lists, quotes, admonitions, tabs. */
export function relevantNodes(tree: Root): RelevantNode[] {
  const found: RelevantNode[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'code' || node.type === 'heading') found.push(node);
    else if (isElapse(node)) found.push(node);
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

/** Also `<elapse>`: whoever writes that means the other. */
function isElapse(node: Nodes): node is JsxElement {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    node.name?.toLowerCase() === 'elapse'
  );
}

export function frontMatterOf(tree: Root): Yaml | undefined {
  const first = tree.children[0];
  return first?.type === 'yaml' ? first : undefined;
}

/** A heading as plain text, without its explicit id (`{#id}` or an MDX comment). */
export function headingText(heading: Heading, source: SourceText): string {
  return textOf(heading, source)
    .replace(/\{#[^{}]*\}\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ANCHOR = /\{(?:#([\w-]+)|\/\*\s*#([\w-]+)\s*\*\/)\}\s*$/;

/** The anchor that a heading names for itself, `{#id}` or an MDX comment, and its place. */
export function headingAnchor(
  { position }: Heading,
  source: SourceText,
): { readonly anchor: string; readonly span: Span } | undefined {
  if (!position) return undefined;
  const { line } = position.end;
  const found = ANCHOR.exec(source.line(line));
  const anchor = found?.[1] ?? found?.[2];
  if (!found || anchor === undefined) return undefined;
  const column = found.index + found[0].indexOf(anchor);
  return { anchor, span: { start: source.at(line, column), end: source.at(line, column + anchor.length) } };
}

function textOf(node: Nodes, source: SourceText): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    case 'textDirective': {
      // `arn:aws:iam` is no directive to its writer.
      if (!node.position) return '';
      const { start, end } = spanOf(source, node.position);
      return source.text.slice(start.offset, end.offset);
    }
    default:
      return 'children' in node ? node.children.map((child) => textOf(child, source)).join('') : '';
  }
}
