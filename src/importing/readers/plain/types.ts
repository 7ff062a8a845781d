import type { Block } from '../../types.ts';
import type { Line } from '../lines.ts';

export interface Read {
  readonly blocks: readonly Block[];
  /** Index of the line after them. */
  readonly next: number;
}

/** Blocks that begin at a line which is not blank; undefined: not mine. */
export type Reader = (lines: readonly Line[], index: number) => Read | undefined;
