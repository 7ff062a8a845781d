import { findFrom, positionOf, type SourceLine, texts } from '../source-lines.ts';
import type { MarkdownContext, Read } from './types.ts';

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
