import { type DiffLine, match } from '../../matching/index.ts';
import type { StepOutcome } from '../../practice/index.ts';
import type { ResultExample, Step } from '../../procedure/index.ts';
import { type ComparedStep, type CompareRow, SIDES, type Side } from './types.ts';

type Outcomes = Readonly<Record<Side, StepOutcome>>;

export function compareStep(step: Step, outcomes: Outcomes): ComparedStep {
  if (outcomes.sandbox.status === 'skipped') return { step, parting: [], skipped: outcomes.sandbox.reason };
  const parting = alignDiffs({ recording: diffOf(outcomes.recording), sandbox: diffOf(outcomes.sandbox) });
  const left = reasons(outcomes, parting);
  return {
    step,
    parting: [...parting, ...left, ...(parting.length + left.length > 0 ? [] : unshown(step, outcomes))],
  };
}

const diffOf = (outcome: StepOutcome): readonly DiffLine[] =>
  'verdict' in outcome ? (outcome.verdict?.diff ?? []) : [];

const FITS = '(fits the page)';

/** Lists reasons that no line shows: an exit code, a call that was not recorded. */
function reasons(outcomes: Outcomes, parting: readonly (readonly CompareRow[])[]): CompareRow[][] {
  const row: { -readonly [Name in keyof CompareRow]: CompareRow[Name] } = {};
  for (const side of SIDES) {
    const outcome = outcomes[side];
    const isShown = parting.some((rows) => rows.some((shown) => shown[side] !== shown.page));
    if (outcome.status === 'failed' && !(isShown && outcome.verdict)) row[side] = outcome.reason;
  }
  const isTold = Object.keys(row).length > 0;
  for (const side of SIDES) if (isTold && outcomes[side].status === 'passed') row[side] = FITS;
  return isTold ? [[row]] : [];
}

/** A step without an example shows nothing to readers, and still prints the same in both. */
function unshown(step: Step, { recording, sandbox }: Outcomes): CompareRow[][] {
  if (step.role !== 'command' || step.result) return [];
  const [one, other] = [recording, sandbox].map((outcome) =>
    'output' in outcome ? outcome.output : undefined,
  );
  if (!one || !other || one.stdout === '') return [];
  const { start, end } = step.bodySpan;
  const span = { start, end };
  const example: ResultExample = { form: 'text', body: one.stdout, span, bodySpan: span, exit: one.exitCode };
  const verdict = match(example, other, { now: new Date(0), bindings: new Map() });
  if (verdict.passed) return [];
  const rows = alignDiffs({ recording: [], sandbox: verdict.diff });
  return rows.map((stretch) => stretch.map(({ page, sandbox }) => ({ recording: page, sandbox })));
}

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
