import type { Block } from '../../types.ts';
import type { Line } from '../lines.ts';

/** Blocks that begin at a line, and the index of the line after them; undefined: not mine. */
export type Reader = (lines: readonly Line[], index: number, context: Context) => Read | undefined;

export interface Read {
  readonly blocks: readonly Block[];
  readonly next: number;
}

export interface Context {
  readonly indent: string;
  /** What the blocks before say: an indented line in a list is no code. */
  readonly inList: boolean;
  /** Reads what stands in a quote or an admonition. */
  readBlocks(lines: readonly Line[], indent: string): Block[];
}

export const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
