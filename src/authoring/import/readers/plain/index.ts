import { doubt } from '../../doubts.ts';
import type { Block, Document } from '../../types.ts';
import { blocksOf, type Reader } from '../blocks.ts';
import { linesOf } from '../lines.ts';
import { command, json } from './command.ts';
import { createHeadings } from './heading.ts';
import { labelled } from './labelled.ts';
import { list, paragraph, remark, tabbedTable } from './prose.ts';

/** Reads text as it is copied from a page: nothing but its words tells what is a command, a result, a heading. */
export function readPlain(text: string): Document {
  const lines = linesOf(text);
  const readers: readonly Reader[] = [
    labelled,
    remark,
    command,
    json,
    tabbedTable,
    createHeadings(),
    list,
    paragraph,
  ];
  const blocks = blocksOf(lines, readers, () => undefined);
  return { blocks: withTitle(blocks.map(withoutFullWidthIndent)) };
}

/** Full-width spaces before every line only set a block off on the old page: a shell would take them for a command. */
function withoutFullWidthIndent(block: Block): Block {
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
function withTitle(blocks: readonly Block[]): Block[] {
  const headings = blocks.slice(0, 4).filter((block) => block.kind === 'heading');
  const title =
    headings.find((block) => /^\d+\.\d/.test(block.text)) ??
    (headings[0] === blocks[0] ? headings[0] : undefined);
  const place = title ? blocks.indexOf(title) : -1;
  return blocks.flatMap((block, index): Block[] => {
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
