import { admonitionType } from '../../markup/admonitions.ts';
import { escapeMdx } from '../../markup/escape.ts';
import { dedent, findFrom, indentedFrom, positionOf, type SourceLine } from '../source-lines.ts';
import type { MarkdownContext, Read } from './types.ts';

const OPENING = /^([ \t]*)(:{3,})\s*([\w-]+)(?:\[([^\]]*)\]\s*|\s.*)?$/;

export const beginsContainer = (lines: readonly SourceLine[], index: number): boolean =>
  endOfContainer(lines, index) !== -1;

/** Index of the line that closes what opens at `index`; -1 where nothing is opened, or never closed. */
function endOfContainer(lines: readonly SourceLine[], index: number): number {
  const marker = OPENING.exec(lines[index]?.text ?? '')?.[2];
  return marker === undefined ? -1 : findFrom(lines, index + 1, ({ text }) => text.trim() === marker);
}

/** `:::note 題名`, `:::message alert`, `:::details 題名`. */
export function readContainer(
  lines: readonly SourceLine[],
  index: number,
  { indent, readBlocks }: MarkdownContext,
): Read | undefined {
  const [, before = '', marker = '', name = '', rest = ''] = OPENING.exec(lines[index]?.text ?? '') ?? [];
  const end = endOfContainer(lines, index);
  if (end === -1) return undefined;
  const words = (lines[index]?.text ?? '').trim().slice(marker.length).trim().slice(name.length).trim();
  const kind = admonitionType(words.split(/\s/)[0] ?? '') ?? admonitionType(name) ?? 'note';
  const title = rest || (admonitionType(words) ? '' : words.replace(/^\[|\]$/g, ''));
  const own = indent + before;
  return {
    blocks: [
      {
        ...positionOf(lines.slice(index, end + 1), own),
        kind: 'admonition',
        type: kind,
        title: escapeMdx(title),
        blocks: readBlocks(dedent(lines.slice(index + 1, end)), own),
      },
    ],
    next: end + 1,
  };
}

/** `!!! note "題名"`, its content indented. */
export function readMkdocsAdmonition(
  lines: readonly SourceLine[],
  index: number,
  { indent, readBlocks }: MarkdownContext,
): Read | undefined {
  const opening = lines[index];
  const [, before = '', name = '', title = ''] =
    /^([ \t]*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/.exec(opening?.text ?? '') ?? [];
  if (!opening || !name) return undefined;
  const body = indentedFrom(lines, index + 1, before.length + 2);
  const own = indent + before;
  return {
    blocks: [
      {
        ...positionOf([opening, ...body], own),
        kind: 'admonition',
        type: admonitionType(name) ?? 'note',
        title: escapeMdx(title),
        blocks: readBlocks(dedent(body), own),
      },
    ],
    next: index + 1 + body.length,
  };
}
