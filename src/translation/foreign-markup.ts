/** Markup that runs in a page or shapes it. In a translation, it could show a command that nobody has run. */
import type { Nodes } from 'mdast';
import { type Problem, spanOf } from '../procedure/index.ts';
import { isComment } from './blocks.ts';
import type { Outline } from './outline.ts';
import { at, foreign } from './pair-problems.ts';

interface Markup {
  /** As it is compared, and told. */
  readonly text: string;
  readonly node: Nodes;
}

/** Imports, expressions, elements and attributes of a translation that its source has not. */
export function foreignMarkup(source: Outline, translation: Outline): Problem[] {
  const known = new Set(markupOf(source.tree).map(({ text }) => text));
  return markupOf(translation.tree).flatMap(({ text, node }) => {
    if (known.has(text) || !node.position) return [];
    const { start } = spanOf(translation.source, node.position);
    return [at(translation.file, start, foreign(text, source.file))];
  });
}

function markupOf(node: Nodes): Markup[] {
  const own = textsOf(node).map((text) => ({ text, node }));
  return 'children' in node ? [...own, ...node.children.flatMap(markupOf)] : own;
}

function textsOf(node: Nodes): string[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [node.value.trim()];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value) ? [] : [`{${node.value.trim()}}`];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const name = `<${node.name ?? ''}>`;
      // Compared as a whole, with the blocks.
      if (node.name === 'Elapse') return [];
      return [name, ...node.attributes.map((attribute) => `${attributeText(attribute)} of ${name}`)];
    }
    default:
      return [];
  }
}

type Attribute = Extract<Nodes, { type: 'mdxJsxFlowElement' }>['attributes'][number];

/** Words for the reader may stand in an attribute: of those only the name is compared. */
function attributeText(attribute: Attribute): string {
  if (attribute.type === 'mdxJsxExpressionAttribute') return `{${attribute.value}}`;
  const { name, value } = attribute;
  return value && typeof value === 'object' ? `${name}={${value.value}}` : name;
}
