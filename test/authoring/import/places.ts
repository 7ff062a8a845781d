import { numberedLines } from '../../../src/authoring/import/readers/source-lines.ts';
import type { SourceBlock } from '../../../src/authoring/import/types.ts';

/** Returns what a test compares of a block: its kind, and its text on one line. */
export function summary(block: SourceBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.depth} ${block.text}`;
    case 'prose':
      return `prose ${block.lines.join('/')}`;
    case 'code':
      return `code ${[block.lang, block.title].filter(Boolean).join(' ')}| ${block.body.join('/')}`;
    case 'label':
      return `label ${block.role}`;
    case 'admonition':
      return `${block.type} ${block.title}[${block.blocks.map(summary).join('; ')}]`;
    case 'quote':
      return `quote [${block.blocks.map(summary).join('; ')}]`;
    case 'doubt':
      return `doubt ${block.message}`;
  }
}

/** The blocks that a reader makes of a text from its first line on; undefined where the text is not the reader's. */
export function readWith(
  reader: (
    lines: ReturnType<typeof numberedLines>,
    index: number,
  ) => { readonly blocks: readonly SourceBlock[]; readonly next: number } | undefined,
  text: string,
  index = 0,
): string[] | undefined {
  const read = reader(numberedLines(text), index);
  return read && [...read.blocks.map(summary), `next ${read.next}`];
}
