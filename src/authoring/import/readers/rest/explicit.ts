import { doubt } from '../../items.ts';
import type { SourceBlock, SourcePosition } from '../../types.ts';
import { dedent, indentedFrom, indentOf, positionOf, type SourceLine, texts } from '../source-lines.ts';
import type { Read, RestContext } from './types.ts';

/** Comments, targets, footnotes and the like: what begins with `..` and is no directive. */
export function readExplicitMarkup(
  lines: readonly SourceLine[],
  index: number,
  context: RestContext,
): Read | undefined {
  const opening = lines[index];
  if (!opening || !/^\s*\.\.(?:\s|$)/.test(opening.text)) return undefined;
  const inside = indentedFrom(lines, index + 1, indentOf(opening.text) + 1);
  const all = dedent([opening, ...inside]);
  const place = positionOf(all, context.indent);
  const next = index + 1 + inside.length;
  const written = texts(all)
    .join('\n')
    .replace(/^\.\.\s?/, '');
  const comment = {
    ...place,
    kind: 'prose' as const,
    lines: `{/* ${written.replaceAll('*/', '* /')} */}`.split('\n'),
  };
  if (!/^(?:_|\[|\|)/.test(written)) return { blocks: [comment], next };
  const message = `"${written.split('\n')[0]}" names something for references, and was kept as a comment.`;
  const fix = 'Write the references as links: [text](./page.mdx#anchor).';
  return { blocks: [comment, doubt(place, message, fix)], next };
}

/** A remark for each reference whose target is not known here. */
export function lostReferences(lost: readonly string[], place: SourcePosition): SourceBlock[] {
  return lost.map((reference) =>
    doubt(
      place,
      `"${reference}" refers to something that is not known here: its text was kept.`,
      'Write it as a link: [text](./page.mdx#anchor).',
    ),
  );
}
