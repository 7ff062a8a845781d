import type { SourceBlock } from '../../types.ts';
import type { Read, BlockReader as ReaderIn } from '../blocks.ts';
import type { SourceLine } from '../source-lines.ts';

export interface RestContext {
  readonly indent: string;
  /** Ways to underline a title, in the order in which they came up: the first is the highest level. */
  readonly adornments: string[];
  readBlocks(lines: readonly SourceLine[], context: RestContext): SourceBlock[];
}

export type { Read };
export type RestReader = ReaderIn<RestContext>;
