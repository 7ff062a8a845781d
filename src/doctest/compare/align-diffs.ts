import type { DiffLine } from '../../matching/index.ts';
import type { CompareRow, Side } from './types.ts';

/** A line of the page, and what a side has in its place. */
interface Slot {
  readonly page?: string;
  actual?: string;
  parts: boolean;
  /** Lines that the page does not have, below it. */
  readonly more: string[];
}

/** A side's diff by the lines of the page, after a slot for what stands before the first. */
function slotsOf(diff: readonly DiffLine[]): Slot[] {
  const slots: Slot[] = [{ parts: false, more: [] }];
  let replaced = 1; // the first slot that awaits a line of the side
  for (const { kind, text, note } of diff) {
    const open = slots[replaced];
    if (kind === 'expected') slots.push({ page: text, parts: true, more: [] });
    else if (kind === 'actual' && open) {
      open.actual = text;
      replaced += 1;
    } else if (kind === 'actual' || kind === 'extra') slots.at(-1)?.more.push(text);
    else if (note !== 'left out of the example') {
      slots.push({ page: kind === 'same' ? text : undefined, actual: text, parts: false, more: [] });
      replaced = slots.length;
    }
  }
  return slots;
}

/** Two diffs of the same example side by side: the stretches of lines in which anything parts. */
export function alignDiffs(diffs: Readonly<Record<Side, readonly DiffLine[]>>): CompareRow[][] {
  const [recording, sandbox] = [slotsOf(diffs.recording), slotsOf(diffs.sandbox)];
  const stretches: CompareRow[][] = [[]];
  for (let index = 0; index < Math.max(recording.length, sandbox.length); index++) {
    const [one, other] = [recording[index], sandbox[index]];
    const rows: CompareRow[] = [];
    if (one?.parts || other?.parts)
      rows.push({ page: one?.page ?? other?.page, recording: one?.actual, sandbox: other?.actual });
    else stretches.push([]);
    for (let line = 0; line < Math.max(one?.more.length ?? 0, other?.more.length ?? 0); line++)
      rows.push({ recording: one?.more[line], sandbox: other?.more[line] });
    stretches.at(-1)?.push(...rows);
  }
  return stretches.filter((rows) => rows.length > 0);
}
