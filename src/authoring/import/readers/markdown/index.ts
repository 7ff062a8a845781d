import type { Block, Document } from '../../types.ts';
import { blocksOf } from '../blocks.ts';
import { indentOf, type Line, linesOf, texts } from '../lines.ts';
import { container, mkdocsAdmonition } from './admonition.ts';
import { htmlComment } from './comment.ts';
import { fence, indentedCode } from './fence.ts';
import { atxHeading, setextHeading } from './heading.ts';
import { label, paragraph } from './paragraph.ts';
import { quote } from './quote.ts';
import { LIST_ITEM, type Reader } from './types.ts';

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
  let inList = false;
  return blocksOf(lines, readers, ({ text }) => {
    if (indentOf(text) === 0) inList = LIST_ITEM.test(text);
    return { indent, inList, readBlocks };
  });
}
