import type { Heading, Nodes, Root } from 'mdast';
import {
  createReporter,
  type FrontMatter,
  frontMatterOf,
  hardToParse,
  headingAnchor,
  headingText,
  indexSource,
  mdxProblem,
  type Problem,
  parseMarkdown,
  parsePage,
  readFrontMatter,
  type SourceText,
  type Span,
  spanOf,
} from '../procedure/index.ts';
import { isComment, readBlock, type SharedBlock } from './blocks.ts';
import { commentsOf, textsOf } from './fence-text.ts';

interface OutlineHeading {
  readonly depth: number;
  readonly text: string;
  /** The anchor that it names for itself: `{#id}` or an MDX comment. */
  readonly anchor?: string;
  readonly anchorSpan?: Span;
  readonly span: Span;
  readonly node: Heading;
}

/** A heading and what follows it, up to the next heading of any depth; the first has none. */
export interface Section {
  readonly heading?: OutlineHeading;
  readonly blocks: readonly SharedBlock[];
  /** Heading and text as written, without code, comments and what is no text. */
  readonly prose: string;
}

export interface Outline {
  readonly file: string;
  readonly source: SourceText;
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
  /** Undefined: there is no front matter. */
  readonly frontMatterSpan?: Span;
  readonly sections: readonly Section[];
}

export type OutlineReading = { readonly outline: Outline } | { readonly problems: readonly Problem[] };

/** Reads what translating is about. Roles and attributes are not judged: sync fixes them. */
export function readOutline(text: string, file: string): OutlineReading {
  const tooLong = hardToParse(text, file);
  if (tooLong) return { problems: [tooLong] };
  let tree: Root;
  try {
    tree = file.endsWith('.md') ? parseMarkdown(text) : parsePage(text);
  } catch (error) {
    const problem = mdxProblem(error, file);
    if (problem) return { problems: [problem] };
    throw error;
  }
  const source = indexSource(text);
  const reporter = createReporter(file);
  const yaml = frontMatterOf(tree);
  const frontMatter = yaml && readFrontMatter(yaml, source, reporter);
  if (reporter.problems.length > 0) return { problems: reporter.problems };
  return {
    outline: {
      file,
      source,
      tree,
      frontMatter: frontMatter ?? { requires: [], variables: [], allow: [] },
      frontMatterSpan: yaml?.position && spanOf(source, yaml.position),
      sections: readSections(tree, source),
    },
  };
}

interface Draft {
  readonly heading?: OutlineHeading;
  readonly blocks: SharedBlock[];
  /** Spans that are no prose, in order, each with the words in it. */
  readonly cuts: { readonly span: Span; readonly words: readonly string[] }[];
}

function readSections(tree: Root, source: SourceText): Section[] {
  const drafts: [Draft, ...Draft[]] = [{ blocks: [], cuts: [] }];
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries()) {
      const heading = child.type === 'heading' ? readHeading(child, source) : undefined;
      if (heading) drafts.push({ heading, blocks: [], cuts: [] });
      const draft = drafts.at(-1) ?? drafts[0];
      const block = readBlock(child, { parent: node, index }, source);
      if (block) {
        draft.blocks.push(block);
        draft.cuts.push({ span: block.span, words: wordsOf(block) });
      } else if (isNoText(child) && child.position) {
        draft.cuts.push({ span: spanOf(source, child.position), words: [] });
      } else visit(child);
    }
  };
  visit(tree);
  return drafts.map(({ heading, blocks, cuts }, index) => {
    const start = heading?.span.start.offset ?? 0;
    const end = drafts[index + 1]?.heading?.span.start.offset ?? source.text.length;
    return { heading, blocks, prose: proseBetween(source.text, start, end, cuts) };
  });
}

function readHeading(node: Heading, source: SourceText): OutlineHeading | undefined {
  if (!node.position) return undefined;
  const { anchor, span: anchorSpan } = headingAnchor(node, source) ?? {};
  return {
    depth: node.depth,
    text: headingText(node, source),
    span: spanOf(source, node.position),
    node,
    ...(anchor && { anchor, anchorSpan }),
  };
}

/** Front matter, imports, comments: not for the reader. */
function isNoText(node: Nodes): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return isComment(node.value);
  return node.type === 'yaml' || node.type === 'mdxjsEsm';
}

const wordsOf = (block: SharedBlock): string[] =>
  block.kind === 'elapse'
    ? []
    : [...textsOf(block.info), ...(block.fence.info.lang === 'bash' ? commentsOf(block.fence.body) : [])];

function proseBetween(text: string, start: number, end: number, cuts: Draft['cuts']): string {
  let prose = '';
  let from = start;
  for (const { span, words } of cuts) {
    prose += `${text.slice(from, span.start.offset)}\n${words.map((line) => `${line}\n`).join('')}`;
    from = span.end.offset;
  }
  return `${prose}${text.slice(from, end)}`.replace(/\{#[\w-]+\}[ \t]*$/m, '').trim();
}
