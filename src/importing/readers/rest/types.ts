import type { Block } from '../../types.ts';
import type { Line } from '../lines.ts';

export interface Context {
  readonly indent: string;
  /** Ways to underline a title, in the order in which they came up: the first is the highest level. */
  readonly adornments: string[];
  readBlocks(lines: readonly Line[], context: Context): Block[];
}

export interface Read {
  readonly blocks: readonly Block[];
  /** Index of the line after them. */
  readonly next: number;
}

/** Blocks that begin at a line; undefined: not mine. */
export type Reader = (lines: readonly Line[], index: number, context: Context) => Read | undefined;
