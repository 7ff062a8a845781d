import type { SourceBlock } from '../../types.ts';
import type { Read, BlockReader as ReaderIn } from '../blocks.ts';
import type { SourceLine } from '../source-lines.ts';

export interface MarkdownContext {
  readonly indent: string;
  /** Set by the blocks before: an indented line in a list is no code. */
  readonly inList: boolean;
  /** Reads what stands in a quote or an admonition. */
  readBlocks(lines: readonly SourceLine[], indent: string): SourceBlock[];
}

export type { Read };
export type MarkdownReader = ReaderIn<MarkdownContext>;

export const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
