import { doubt } from '../../doubts.ts';
import type { SourceBlock, SourcePosition } from '../../types.ts';

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
