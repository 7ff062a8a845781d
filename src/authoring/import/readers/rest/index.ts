import type { Document, SourceBlock } from '../../types.ts';
import { blocksOf } from '../blocks.ts';
import { numberedLines, type SourceLine } from '../source-lines.ts';
import { readDirective } from './directive.ts';
import { readExplicitMarkup } from './explicit.ts';
import { readGridTable } from './grid-table.ts';
import { literalWithoutMark, readRestParagraph } from './paragraph.ts';
import { readSection } from './section.ts';
import type { RestContext, RestReader } from './types.ts';

/** In the order in which they are asked; the last one takes what is left. */
const readers: readonly RestReader[] = [
  readSection,
  readDirective,
  readExplicitMarkup,
  readGridTable,
  literalWithoutMark,
  readRestParagraph,
];

/** Reads reStructuredText, with Sphinx's directives. */
export function readRest(text: string): Document {
  return { blocks: readBlocks(numberedLines(text), { indent: '', adornments: [], readBlocks }) };
}

function readBlocks(lines: readonly SourceLine[], context: RestContext): SourceBlock[] {
  return blocksOf(lines, readers, () => context);
}
