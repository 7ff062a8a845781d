import type { Document, SourceBlock } from '../../types.ts';
import { blocksOf } from '../blocks.ts';
import { indentOf, numberedLines, type SourceLine, texts } from '../source-lines.ts';
import { readContainer, readMkdocsAdmonition, readQuote } from './containers.ts';
import { readFencedCode, readIndentedCode } from './fence.ts';
import { readAtxHeading, readSetextHeading } from './heading.ts';
import { readHtmlComment, readLabelLine, readMarkdownParagraph } from './paragraph.ts';
import { LIST_ITEM, type MarkdownReader } from './types.ts';

/** In the order in which they are asked. */
const readers: readonly MarkdownReader[] = [
  readFencedCode,
  readHtmlComment,
  readContainer,
  readMkdocsAdmonition,
  readQuote,
  readAtxHeading,
  readSetextHeading,
  readIndentedCode,
  readLabelLine,
  readMarkdownParagraph,
];

/** Reads Markdown of any flavour: CommonMark, GitHub's, Qiita's, Zenn's, MkDocs'. */
export function readMarkdown(text: string): Document {
  const lines = numberedLines(text);
  const end =
    lines[0]?.text.trim() === '---'
      ? lines.findIndex(({ text }, index) => index > 0 && /^---\s*$/.test(text))
      : -1;
  const frontMatter = end > 0 ? texts(lines.slice(1, end)) : undefined;
  return { frontMatter, blocks: readBlocks(end > 0 ? lines.slice(end + 1) : lines, '') };
}

function readBlocks(lines: readonly SourceLine[], indent: string): SourceBlock[] {
  let inList = false;
  return blocksOf(lines, readers, ({ text }) => {
    if (indentOf(text) === 0) inList = LIST_ITEM.test(text);
    return { indent, inList, readBlocks };
  });
}
