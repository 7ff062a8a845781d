import { doubt } from '../../items.ts';
import type { Document, SourceBlock } from '../../types.ts';
import { type BlockReader, blocksOf } from '../blocks.ts';
import { numberedLines } from '../source-lines.ts';
import { createHeadings } from './heading.ts';
import { readLabelled } from './labelled.ts';
import { readCommand, readJsonDocument } from './plain-command.ts';
import { readList, readPlainParagraph, readRemark, readTabbedTable } from './prose.ts';

/** Reads text as it is copied from a page: nothing but its words tells what is a command, a result, a heading. */
export function readPlain(text: string): Document {
  const lines = numberedLines(text);
  const readers: readonly BlockReader[] = [
    readLabelled,
    readRemark,
    readCommand,
    readJsonDocument,
    readTabbedTable,
    createHeadings(),
    readList,
    readPlainParagraph,
  ];
  const blocks = blocksOf(lines, readers, () => undefined);
  return { blocks: withTitle(blocks.map(withoutFullWidthIndent)) };
}

/** Full-width spaces before every line only set a block off on the old page: a shell would take them for a command. */
function withoutFullWidthIndent(block: SourceBlock): SourceBlock {
  if (block.kind !== 'code') return block;
  const widths = block.body.flatMap((line) =>
    line.trim() === '' ? [] : [/^\u3000*/.exec(line)?.[0].length ?? 0],
  );
  const common = Math.min(...widths);
  return common > 0 && widths.length > 0
    ? { ...block, body: block.body.map((line) => line.slice(common)) }
    : block;
}

/** The first numbered title near the top (`1.2. ...`), else the first line: what stands above it names the course. */
function withTitle(blocks: readonly SourceBlock[]): SourceBlock[] {
  const headings = blocks.slice(0, 4).filter((block) => block.kind === 'heading');
  const title =
    headings.find((block) => /^\d+\.\d/.test(block.text)) ??
    (headings[0] === blocks[0] ? headings[0] : undefined);
  const place = title ? blocks.indexOf(title) : -1;
  return blocks.flatMap((block, index): SourceBlock[] => {
    if (block === title) return [{ ...block, kind: 'heading', text: title.text, depth: 1 }];
    if (index > place) return [block];
    if (block.kind === 'doubt') return [];
    const above = doubt(
      block,
      'This stands above the title, like the name of a course.',
      'Remove it, or move it to the overview of the course.',
    );
    return block.kind === 'heading'
      ? [above, { ...block, kind: 'prose', lines: [block.text] }]
      : [above, block];
  });
}
