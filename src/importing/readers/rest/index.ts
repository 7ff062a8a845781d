import type { Block, Document } from '../../types.ts';
import { isBlank, type Line, linesOf } from '../lines.ts';
import { directive } from './directive.ts';
import { explicitMarkup } from './explicit.ts';
import { literalWithoutMark, paragraph } from './paragraph.ts';
import { section } from './section.ts';
import { gridTable } from './table.ts';
import type { Context, Reader } from './types.ts';

/** In the order in which they are asked; the last one takes what is left. */
const readers: readonly Reader[] = [
  section,
  directive,
  explicitMarkup,
  gridTable,
  literalWithoutMark,
  paragraph,
];

/** Reads reStructuredText, with Sphinx's directives. */
export function readRest(text: string): Document {
  return { blocks: readBlocks(linesOf(text), { indent: '', adornments: [], readBlocks }) };
}

function readBlocks(lines: readonly Line[], context: Context): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || isBlank(line)) {
      index += 1;
      continue;
    }
    for (const reader of readers) {
      const read = reader(lines, index, context);
      if (!read) continue;
      blocks.push(...read.blocks);
      index = read.next;
      break;
    }
  }
  return blocks;
}
