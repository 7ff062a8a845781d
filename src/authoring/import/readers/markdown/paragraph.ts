import { doubt } from '../../doubts.ts';
import { readLabel } from '../../labels.ts';
import { escapeMarkdownText, escapeMdx, escapeStatement } from '../../markup/escape.ts';
import type { Block } from '../../types.ts';
import { isBlank, type Line, placeOf } from '../lines.ts';
import { beginsContainer } from './admonition.ts';
import { fence } from './fence.ts';
import { atxHeading } from './heading.ts';
import { beginsQuote } from './quote.ts';
import type { Context, Read } from './types.ts';

export function label(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const line = lines[index];
  const found = line && readLabel(line.text);
  if (!line || !found) return undefined;
  const place = placeOf([line], indent);
  const after = /^`([^`]+)`$/.exec(found.rest)?.[1];
  if (found.rest && after === undefined) return undefined;
  const blocks: Block[] = [{ ...place, kind: 'label', role: found.role, text: escapeMdx(line.text.trim()) }];
  if (after !== undefined) blocks.push({ ...place, kind: 'code', body: [after] });
  return { blocks, next: index + 1 };
}

/** Up to a blank line, or to what may begin without one. Lists and tables stay as they are written. */
export function paragraph(lines: readonly Line[], index: number, context: Context): Read {
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || isBlank(line)) break;
    if (interrupts(lines, end, context)) break;
  }
  const own = lines.slice(index, end);
  const place = placeOf(own, context.indent);
  const blocks: Block[] = [
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
function interrupts(lines: readonly Line[], index: number, context: Context): boolean {
  return (
    [fence, atxHeading, label].some((reader) => reader(lines, index, context)) ||
    beginsContainer(lines, index) ||
    beginsQuote(lines[index], context) ||
    /^\s*<!--/.test(lines[index]?.text ?? '')
  );
}

/** Spaces of Japanese text editors after a bullet are spaces to their writers. */
const keepMarkdown = (text: string) =>
  text.replace(/^(\s*(?:[-*+]|\d+[.)]))\u3000/, '$1 ').replace(/^(\s*)(?=:::|>)/, '$1\\');
