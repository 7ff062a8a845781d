import type { Block, Document } from '../../types.ts';
import { blocksOf } from '../blocks.ts';
import { type Line, linesOf } from '../lines.ts';
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
  return blocksOf(lines, readers, () => context);
}
