import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { type SourceText, spanOf } from '../procedure/index.ts';
import type { SharedBlock } from './blocks.ts';
import type { Outline, Section } from './outline.ts';
import { NO_PREFIX, type Prefix, prefixOf } from './render.ts';

/** Position for a block that is missing in a translation: after a node, or at the start of the text. */
export interface InsertionPoint {
  readonly offset: number;
  readonly prefix: Prefix;
  readonly isStart: boolean;
}

/** Block before a missing one: one that the translation has, or else the heading of the section. */
export interface Anchor {
  readonly source?: SharedBlock;
  readonly translation?: SharedBlock;
}

/** The place of a block of the source in a translation: after as many paragraphs as it stands behind in the source. */
export function insertionPointOf(
  missing: SharedBlock,
  last: Anchor,
  pair: { readonly source: Section; readonly translation: Section },
  outlines: { readonly source: Outline; readonly translation: Outline },
): InsertionPoint {
  const { source, translation } = last;
  const isNeighbour =
    source && translation && isContainer(missing.parent) && source.parent === missing.parent;
  if (isNeighbour && missing.parent.type !== 'root') {
    const steps = wordsBetween(missing.parent, source.index, missing.index);
    const index = skip(translation.parent, translation.index, steps, translation.parent.children.length);
    return after(outlines.translation.source, translation.parent.children[index], translation);
  }
  const roots = { source: outlines.source.tree, translation: outlines.translation.tree };
  const from = source ? rootIndex(roots.source, source) : headingIndex(roots.source, pair.source);
  const steps = wordsBetween(roots.source, from, rootIndex(roots.source, missing));
  const start = translation
    ? rootIndex(roots.translation, translation)
    : headingIndex(roots.translation, pair.translation);
  const end = sectionEnd(outlines.translation, pair.translation);
  return after(
    outlines.translation.source,
    roots.translation.children[skip(roots.translation, start, steps, end)],
  );
}

/** The place behind all that belongs to a section. */
export function endOf(outline: Outline, section: Section): InsertionPoint {
  return after(outline.source, outline.tree.children[sectionEnd(outline, section) - 1]);
}

const isContainer = ({ type }: Parents): boolean => type !== 'paragraph' && type !== 'heading';

function after(source: SourceText, node: RootContent | undefined, neighbour?: SharedBlock): InsertionPoint {
  if (!node?.position) return { offset: source.at(1, 0).offset, prefix: NO_PREFIX, isStart: true };
  const { line, column } = neighbour?.span.start ?? { line: 1, column: 1 };
  const { rest } = prefixOf(source.line(line).slice(0, column - 1));
  return { offset: spanOf(source, node.position).end.offset, prefix: { first: rest, rest }, isStart: false };
}

/** Index of the child of the root that holds a block. */
function rootIndex(root: Root, { span }: Pick<SharedBlock, 'span'>): number {
  return root.children.findIndex(
    ({ position }) =>
      position && position.start.line <= span.start.line && span.end.line <= position.end.line,
  );
}

/** Index of the child of the root that a section begins with; before the first, where it has no heading. */
function headingIndex(root: Root, { heading }: Section): number {
  return heading ? rootIndex(root, heading) : root.children[0]?.type === 'yaml' ? 0 : -1;
}

/** Index of the child of the root that no longer belongs to a section. */
function sectionEnd({ tree, sections }: Outline, section: Section): number {
  const next = sections[sections.indexOf(section) + 1]?.heading;
  return next ? rootIndex(tree, next) : tree.children.length;
}

/** How many children with nothing but words stand between two. */
function wordsBetween(parent: Parents, from: number, to: number): number {
  return parent.children.slice(from + 1, to).filter((node) => !holdsCode(node)).length;
}

/** The index after `steps` children with nothing but words; it stops before code and before `end`. */
function skip(parent: Parents, from: number, steps: number, end: number): number {
  let index = from;
  for (let left = steps; left > 0; left -= 1) {
    const next = parent.children[index + 1];
    if (!next || index + 1 >= end || holdsCode(next)) break;
    index += 1;
  }
  return index;
}

function holdsCode(node: Nodes): boolean {
  if (node.type === 'code') return true;
  if ('name' in node && node.name === 'Elapse') return true;
  return 'children' in node && node.children.some(holdsCode);
}
