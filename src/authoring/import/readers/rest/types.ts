import type { Block } from '../../types.ts';
import type { Read, Reader as ReaderIn } from '../blocks.ts';
import type { Line } from '../lines.ts';

export interface Context {
  readonly indent: string;
  /** Ways to underline a title, in the order in which they came up: the first is the highest level. */
  readonly adornments: string[];
  readBlocks(lines: readonly Line[], context: Context): Block[];
}

export type { Read };
export type Reader = ReaderIn<Context>;
