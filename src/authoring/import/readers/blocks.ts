import type { SourceBlock } from '../types.ts';
import { isBlank, type SourceLine } from './source-lines.ts';

export interface Read {
  readonly blocks: readonly SourceBlock[];
  /** Index of the line after them. */
  readonly next: number;
}

/** Blocks that begin at a line which is not blank; undefined: not mine. */
export type BlockReader<Context = undefined> = (
  lines: readonly SourceLine[],
  index: number,
  context: Context,
) => Read | undefined;

/** All blocks of some lines: each by the first reader that takes it. The last reader takes whatever is left. */
export function blocksOf<Context>(
  lines: readonly SourceLine[],
  readers: readonly BlockReader<Context>[],
  contextAt: (line: SourceLine) => Context,
): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || isBlank(line)) {
      index += 1;
      continue;
    }
    const read = firstRead(lines, index, readers, contextAt(line));
    if (!read) break;
    blocks.push(...read.blocks);
    index = read.next;
  }
  return blocks;
}

function firstRead<Context>(
  lines: readonly SourceLine[],
  index: number,
  readers: readonly BlockReader<Context>[],
  context: Context,
): Read | undefined {
  for (const reader of readers) {
    const read = reader(lines, index, context);
    if (read) return read;
  }
  return undefined;
}
