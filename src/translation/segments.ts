/** The pieces of a page that a translator translates, one by one: paragraphs (a table is one), headings, comments, settings. */
import type { Code, Nodes, Parents } from 'mdast';
import { findCommentLines, readFence, type SourceText, spanOf } from '../procedure/index.ts';
import { readBlock, type SharedBlock } from './blocks.ts';
import { textsOf } from './fence-text.ts';
import type { Outline } from './outline.ts';
import { prefixOf } from './render.ts';

/** `raw`: several paragraphs as they are written, where those of the translation are others. */
export type SegmentKind = 'setting' | 'heading' | 'paragraph' | 'text' | 'comment' | 'attribute' | 'raw';

export interface Segment {
  readonly kind: SegmentKind;
  /** As written, without what a list or a quote puts before each line. */
  readonly text: string;
  /** Offsets in the page. */
  readonly start: number;
  readonly end: number;
  /** Text before each further line. */
  readonly prefix: string;
  /** Path of a setting in the front matter. */
  readonly path?: string;
}

/** Part of a page, in order; a block with the comments in it. */
export type SegmentItem =
  | { readonly segment: Segment }
  | { readonly block: SharedBlock; readonly segments: readonly Segment[] };

/** Reads a page below its front matter. */
export function readItems(outline: Outline): SegmentItem[] {
  const items: SegmentItem[] = [];
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries()) {
      const block = readBlock(child, { parent: node, index }, outline.source);
      if (block) items.push({ block, segments: segmentsIn(block, outline) });
      else {
        for (const segment of segmentsOf(child, outline)) items.push({ segment });
        if (!isLeaf(child)) visit(child);
      }
    }
  };
  visit(outline.tree);
  return items;
}

const isLeaf = ({ type }: Nodes): boolean => type === 'paragraph' || type === 'heading';

/** Parts that are the same in every language at the ends of a heading. */
const HEADING_ENDS = [
  /[ \t]*\{(?:#[\w-]+|\/\*\s*#[\w-]+\s*\*\/)\}[ \t]*$/,
  /\n[ \t]*(?:=+|-+)[ \t]*$/,
  /^#{1,6}[ \t]+/,
];

/** Leaves out the `##` that may close a heading. */
function withoutClosing(text: string): string {
  const closed = text.trimEnd();
  let end = closed.length;
  while (closed[end - 1] === '#') end -= 1;
  return /[ \t]/.test(closed[end - 1] ?? '') ? closed.slice(0, end).trimEnd() : closed;
}

function segmentsOf(node: Nodes, outline: Outline): Segment[] {
  switch (node.type) {
    case 'paragraph':
      return around('paragraph', node, outline);
    case 'heading':
      return around('heading', node, outline).flatMap(trimmed);
    case 'code':
      return wordsOf(node, outline);
    case 'mdxJsxFlowElement':
      return attributesOf(node, outline);
    default:
      return [];
  }
}

function around(kind: SegmentKind, { position }: Nodes, { source }: Outline): Segment[] {
  if (!position) return [];
  const { start, end } = spanOf(source, position);
  return [segmentAt(kind, source, start.offset, end.offset)];
}

/** A piece of a page; what stands before each further line of its list or quote is no part of its text. */
export function segmentAt(kind: SegmentKind, source: SourceText, start: number, end: number): Segment {
  const { line, column } = source.positionAt(start);
  const { rest: prefix } = prefixOf(source.line(line).slice(0, column - 1));
  const [first = '', ...more] = source.text.slice(start, end).split(/\r\n|\n|\r/);
  const rest = more.map((one) =>
    one.startsWith(prefix) ? one.slice(prefix.length) : one.replace(/^[\s>]+/, ''),
  );
  return { kind, text: [first, ...rest].join('\n'), start, end, prefix };
}

function trimmed(segment: Segment): Segment[] {
  const text = withoutClosing(HEADING_ENDS.reduce((rest, end) => rest.replace(end, ''), segment.text));
  if (text === '') return [];
  const start = segment.start + segment.text.indexOf(text);
  return [{ ...segment, text, start, end: start + text.length }];
}

/** The body of a fence that holds words for the reader. */
function wordsOf(node: Code, { source }: Outline): Segment[] {
  const fence = readFence(node, source);
  if (!fence || fence.body === '') return [];
  return [segmentAt('text', source, fence.bodySpan.start.offset, fence.bodySpan.end.offset)];
}

/** Comment lines of a script without their `#`, and texts of the info string. */
function segmentsIn(block: SharedBlock, { source }: Outline): Segment[] {
  if (block.kind === 'elapse') return [];
  const { fence, info, span } = block;
  const infoStart = source.at(span.start.line, source.line(span.start.line).indexOf(info)).offset;
  const attributes = textsOf(info).map((text) => {
    const start = infoStart + info.indexOf(text);
    return segmentAt('attribute', source, start, start + text.length);
  });
  if (fence.info.lang !== 'bash') return attributes;
  const lines = fence.body.split('\n');
  const comments = findCommentLines(fence.body).flatMap((number) => {
    const line = lines[number - 1] ?? '';
    const mark = /^\s*#+[ \t]*/.exec(line)?.[0].length ?? 0;
    const start = fence.placeInBody(number, mark + 1).offset;
    return mark === line.length ? [] : [segmentAt('comment', source, start, start + line.length - mark)];
  });
  return [...attributes, ...comments];
}

const ATTRIBUTE = /\s(?:label|title|alt|summary|caption|description)=(?:"([^"]*)"|'([^']*)')/g;

/** Words for the reader in the attributes of an element. */
function attributesOf(node: Parents, { source }: Outline): Segment[] {
  if (!node.position) return [];
  const { start, end } = spanOf(source, node.position);
  const child = node.children[0]?.position;
  const tag = source.text.slice(start.offset, child ? spanOf(source, child).start.offset : end.offset);
  return [...tag.matchAll(ATTRIBUTE)].flatMap((found) => {
    const text = found[1] ?? found[2] ?? '';
    const from = start.offset + found.index + found[0].length - 1 - text.length;
    return text === '' ? [] : [segmentAt('attribute', source, from, from + text.length)];
  });
}
