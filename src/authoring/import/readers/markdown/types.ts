import type { Block } from '../../types.ts';
import type { Read, Reader as ReaderIn } from '../blocks.ts';
import type { Line } from '../lines.ts';

export interface Context {
  readonly indent: string;
  /** Set by the blocks before: an indented line in a list is no code. */
  readonly inList: boolean;
  /** Reads what stands in a quote or an admonition. */
  readBlocks(lines: readonly Line[], indent: string): Block[];
}

export type { Read };
export type Reader = ReaderIn<Context>;

export const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
