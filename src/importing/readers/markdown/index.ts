import type { Block, Document } from '../../types.ts';
import { indentOf, isBlank, type Line, linesOf, texts } from '../lines.ts';
import { container, mkdocsAdmonition } from './admonition.ts';
import { htmlComment } from './comment.ts';
import { fence, indentedCode } from './fence.ts';
import { atxHeading, setextHeading } from './heading.ts';
import { label, paragraph } from './paragraph.ts';
import { quote } from './quote.ts';
import { LIST_ITEM, type Read, type Reader } from './types.ts';

/** In the order in which they are asked. */
const readers: readonly Reader[] = [
  fence,
  htmlComment,
  container,
  mkdocsAdmonition,
  quote,
  atxHeading,
  setextHeading,
  indentedCode,
  label,
  paragraph,
];

/** Reads Markdown of any flavour: CommonMark, GitHub's, Qiita's, Zenn's, MkDocs'. */
export function readMarkdown(text: string): Document {
  const lines = linesOf(text);
  const end =
    lines[0]?.text.trim() === '---'
      ? lines.findIndex(({ text }, index) => index > 0 && /^---\s*$/.test(text))
      : -1;
  const frontMatter = end > 0 ? texts(lines.slice(1, end)) : undefined;
  return { frontMatter, blocks: readBlocks(end > 0 ? lines.slice(end + 1) : lines, '') };
}

function readBlocks(lines: readonly Line[], indent: string): Block[] {
  const blocks: Block[] = [];
  let inList = false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || isBlank(line)) {
      index += 1;
      continue;
    }
    if (indentOf(line.text) === 0) inList = LIST_ITEM.test(line.text);
    let read: Read | undefined;
    for (const reader of readers) {
      read = reader(lines, index, { indent, inList, readBlocks });
      if (read) break;
    }
    if (!read) break;
    blocks.push(...read.blocks);
    index = read.next;
  }
  return blocks;
}
