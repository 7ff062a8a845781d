import type { Nodes, Parents } from 'mdast';
import {
  type Fence,
  type FenceInfo,
  parseInfo,
  readFence,
  type SourceText,
  type Span,
  spanOf,
} from '../procedure/index.ts';

interface BlockBase {
  readonly span: Span;
  /** The writer's `id=`. */
  readonly id?: string;
  /** Parent nodes, and the position in them. */
  readonly parent: Parents;
  readonly index: number;
}

export interface FenceBlock extends BlockBase {
  readonly kind: 'fence';
  readonly fence: Fence;
  /** The info string as written: language and what follows it. */
  readonly info: string;
  /** The role, else the language. */
  readonly role: string;
}

interface ElapseBlock extends BlockBase {
  readonly kind: 'elapse';
  readonly role: 'elapse';
  readonly text: string;
}

/** A block that is written once, in the source, and is the same in every language. */
export type SharedBlock = FenceBlock | ElapseBlock;

const ROLES = ['env', 'check', 'command', 'setup', 'cleanup', 'result'];
/** Languages of fences that hold words for the reader, unless a role says otherwise. */
const WORDS = ['', 'text', 'txt', 'plaintext', 'md', 'mdx', 'markdown', 'mermaid'];

export const isCode = ({
  lang,
  words,
  attributes,
}: Pick<FenceInfo, 'lang' | 'words' | 'attributes'>): boolean =>
  words.some((word) => ROLES.includes(word)) ||
  attributes.some(({ key }) => key === 'file') ||
  !WORDS.includes(lang.toLowerCase());

/** The block that a node is; undefined for all else, also for fences that hold words. */
export function readBlock(
  node: Nodes,
  place: Pick<BlockBase, 'parent' | 'index'>,
  source: SourceText,
): SharedBlock | undefined {
  if (node.type === 'code') {
    const fence = readFence(node, source);
    if (!fence) return undefined;
    const { line, column } = fence.span.start;
    // As written: the parser has resolved escapes in what it tells.
    const info = source.line(line).slice(column - 1 + fence.marker.length);
    return readFenceBlock(fence, info.trim(), place);
  }
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (!isElement || node.name !== 'Elapse' || !node.position) return undefined;
  const span = spanOf(source, node.position);
  const text = source.text.slice(span.start.offset, span.end.offset);
  return { kind: 'elapse', role: 'elapse', span, text, id: /\bid="([^"]+)"/.exec(text)?.[1], ...place };
}

function readFenceBlock(
  fence: Fence,
  info: string,
  place: Pick<BlockBase, 'parent' | 'index'>,
): FenceBlock | undefined {
  const { lang, words, attributes } = fence.info;
  if (!isCode(fence.info)) return undefined;
  return {
    kind: 'fence',
    fence,
    info,
    role: words.find((word) => ROLES.includes(word)) ?? lang,
    span: fence.span,
    id: attributes.find(({ key }) => key === 'id')?.value,
    ...place,
  };
}

/** A fence's info string without runs of spaces, for comparing. */
export const sameInfo = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((info) => {
    const [lang = '', ...meta] = info.trim().split(/\s+/);
    const { words, attributes, docusaurus } = parseInfo(lang, meta.join(' '));
    return JSON.stringify([lang, words, attributes, docusaurus]);
  });
  return left === right;
};

/** An MDX expression that says nothing. */
export const isComment = (expression: string): boolean => /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(expression);
