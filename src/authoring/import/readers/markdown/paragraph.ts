import { doubt } from '../../items.ts';
import { readLabel } from '../../labels.ts';
import { escapeMarkdownText, escapeMdx, escapeStatement } from '../../markup.ts';
import type { SourceBlock } from '../../types.ts';
import { findFrom, isBlank, positionOf, type SourceLine, texts } from '../source-lines.ts';
import { beginsContainer, beginsQuote } from './containers.ts';
import { readFencedCode } from './fence.ts';
import { readAtxHeading } from './heading.ts';
import type { MarkdownContext, Read } from './types.ts';

export function readLabelLine(
  lines: readonly SourceLine[],
  index: number,
  { indent }: MarkdownContext,
): Read | undefined {
  const line = lines[index];
  const found = line && readLabel(line.text);
  if (!line || !found) return undefined;
  const place = positionOf([line], indent);
  const after = /^`([^`]+)`$/.exec(found.rest)?.[1];
  if (found.rest && after === undefined) return undefined;
  const blocks: SourceBlock[] = [
    { ...place, kind: 'label', role: found.role, text: escapeMdx(line.text.trim()) },
  ];
  if (after !== undefined) blocks.push({ ...place, kind: 'code', body: [after] });
  return { blocks, next: index + 1 };
}

/** Up to a blank line, or to what may begin without one. Lists and tables stay as they are written. */
export function readMarkdownParagraph(
  lines: readonly SourceLine[],
  index: number,
  context: MarkdownContext,
): Read {
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || isBlank(line)) break;
    if (interrupts(lines, end, context)) break;
  }
  const own = lines.slice(index, end);
  const place = positionOf(own, context.indent);
  const blocks: SourceBlock[] = [
    {
      ...place,
      kind: 'prose',
      lines: own.map(({ text }, at) => escapeStatement(escapeMarkdownText(keepMarkdown(text)), at === 0)),
    },
  ];
  const tag = own.find(({ text }) =>
    /(?<!\\)<\/?[A-Za-z][^>]*>/.test(text.replace(/`[^`]*`|<https?:[^>]*>|<br\s*\/?>/gi, '')),
  );
  if (tag) {
    const message = 'HTML was kept as text: a page is MDX, where HTML must be closed like XML.';
    blocks.push(
      doubt({ ...place, line: tag.number, endLine: tag.number }, message, 'Write it in Markdown, or as JSX.'),
    );
  }
  return { blocks, next: end };
}

/** Tells whether a line ends a paragraph. Containers are not read here: at each depth they would be read twice. */
function interrupts(lines: readonly SourceLine[], index: number, context: MarkdownContext): boolean {
  return (
    [readFencedCode, readAtxHeading, readLabelLine].some((reader) => reader(lines, index, context)) ||
    beginsContainer(lines, index) ||
    beginsQuote(lines[index], context) ||
    /^\s*<!--/.test(lines[index]?.text ?? '')
  );
}

/** Spaces of Japanese text editors after a bullet are spaces to their writers. */
const keepMarkdown = (text: string) =>
  text.replace(/^(\s*(?:[-*+]|\d+[.)]))\u3000/, '$1 ').replace(/^(\s*)(?=:::|>)/, '$1\\');

export function readHtmlComment(
  lines: readonly SourceLine[],
  index: number,
  { indent }: MarkdownContext,
): Read | undefined {
  if (!/^\s*<!--/.test(lines[index]?.text ?? '')) return undefined;
  const end = findFrom(lines, index, ({ text }) => text.includes('-->'));
  // Text behind a comment on its line makes the line text, which begins with a comment.
  if (!/^(?:(?!-->).)*-->\s*$/.test(lines[end]?.text ?? '')) return undefined;
  const inside = lines.slice(index, end + 1);
  const comment = texts(inside)
    .join('\n')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replaceAll('*/', '* /');
  return {
    blocks: [{ ...positionOf(inside, indent), kind: 'prose', lines: `{/*${comment}*/}`.split('\n') }],
    next: end + 1,
  };
}
