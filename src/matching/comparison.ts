import type { MatchMode } from '../procedure/types.ts';
import { Budget, BudgetExceeded } from './budget.ts';
import { visible } from './messages.ts';
import type {
  AcceptedValue,
  Bindings,
  Difference,
  DiffLine,
  MatchContext,
  Notice,
  ValueType,
  Verdict,
} from './types.ts';

interface Parts {
  readonly mode?: MatchMode;
  readonly parent?: ComparisonState;
  readonly isTrial?: boolean;
  readonly isStraight?: boolean;
  readonly budget?: Budget;
}

/** One comparison under way: what was found so far, and what each value of the examples has stood for. */
export class ComparisonState {
  readonly context: MatchContext;
  readonly mode: MatchMode | undefined;
  readonly differences: Difference[] = [];
  readonly notices: Notice[] = [];
  readonly accepted: AcceptedValue[] = [];
  readonly diff: DiffLine[] = [];
  /** Asked only whether it fails: it may stop at the first difference, and shows nothing. */
  readonly isTrial: boolean;
  /** Pairs elements as they come and ends at the first difference: all that a right output needs. */
  readonly isStraight: boolean;
  readonly budget: Budget;
  /** Number of differences in the exit code and the streams: those in the output come after them. */
  private aboutRun = 0;
  private readonly parent: ComparisonState | undefined;
  /** Values bound here; the parent holds earlier ones. */
  private readonly bound = new Map<string, string>();

  constructor(context: MatchContext, parts: Parts = {}) {
    this.context = context;
    this.mode = parts.mode;
    this.parent = parts.parent;
    this.isTrial = parts.isTrial ?? false;
    this.isStraight = parts.isStraight ?? false;
    this.budget = parts.budget ?? new Budget();
  }

  get failed(): boolean {
    return this.differences.length > 0;
  }

  /** True once nothing more need be compared: what a trial was asked is answered, or the budget is used up. */
  get isSettled(): boolean {
    if (this.isTrial || this.isStraight) return this.failed;
    return this.budget.isExceeded && this.differences.length > this.aboutRun;
  }

  /** Begins with the output: exit code and streams are compared. */
  beginOutput(): void {
    this.aboutRun = this.differences.length;
  }

  /** Counts comparisons; a trial that has used up the budget throws. */
  spend(comparisons = 1): void {
    this.budget.spend(comparisons, this.isTrial);
  }

  differ(difference: Difference): void {
    this.differences.push(difference);
  }

  /** Fails a trial without a word: nobody reads why. Answers false where it is none. */
  failTrial(): boolean {
    if (this.isTrial) this.differences.push(UNTOLD);
    return this.isTrial;
  }

  /** Ends a straight comparison: only a search can tell. */
  giveUp(): void {
    this.differences.push(UNTOLD);
  }

  notice(path: string, message: string): void {
    this.notices.push({ path, message });
  }

  accept(type: ValueType, expected: string, actual: string, path: string): void {
    this.accepted.push({ type, expected, actual, path });
  }

  show(kind: DiffLine['kind'], text: string, note?: string): void {
    if (this.isTrial) return;
    // Two lines that differ must not look the same.
    const shown = kind === 'expected' || kind === 'actual' ? visible(text) : text;
    this.diff.push(note === undefined ? { kind, text: shown } : { kind, text: shown, note });
  }

  /** One value, one meaning: what `expected` already stands for where that is another value, else undefined. */
  bind(expected: string, actual: string): string | undefined {
    const earlier = this.meaningOf(expected);
    if (earlier === undefined) this.bound.set(expected, actual);
    return earlier === actual ? undefined : earlier;
  }

  /** Returns the actual values of the examples' values so far. */
  known(): Bindings {
    return new Map([...(this.parent?.known() ?? this.context.bindings), ...this.bound]);
  }

  /** A comparison that may be thrown away: it knows the values so far, and adds to them only when absorbed. */
  attempt(): ComparisonState {
    return new ComparisonState(this.context, { ...this.shared(), isTrial: this.isTrial });
  }

  /** An attempt that is asked only whether it fails. */
  trial(): ComparisonState {
    return new ComparisonState(this.context, { ...this.shared(), isTrial: true });
  }

  /** Tells whether a trial finds no difference; false when the budget ends before that is known. */
  fits(compare: () => void): boolean {
    try {
      compare();
      return !this.failed;
    } catch (error) {
      if (error instanceof BudgetExceeded) return false;
      throw error;
    }
  }

  /** Takes over what an attempt of this comparison found. */
  absorb(attempt: ComparisonState): void {
    // One by one: there may be more than a call can have arguments.
    for (const difference of attempt.differences) this.differences.push(difference);
    for (const notice of attempt.notices) this.notices.push(notice);
    for (const value of attempt.accepted) this.accepted.push(value);
    this.showAll(attempt);
    for (const [expected, actual] of attempt.bound) this.bound.set(expected, actual);
  }

  /** Shows what an attempt of this comparison shows. */
  showAll(attempt: ComparisonState): void {
    for (const line of attempt.diff) this.diff.push(line);
  }

  verdict(): Verdict {
    const isCut = this.budget.isExceeded && this.differences.length > this.aboutRun;
    if (isCut) this.show('same', '…', 'the rest is not compared');
    return {
      passed: !this.failed,
      differences: isCut ? tooDifferent(this.differences, this.aboutRun) : this.differences,
      notices: this.notices,
      accepted: this.accepted,
      diff: this.diff,
      // A failed step proves nothing about what its values stand for.
      bindings: this.failed ? this.context.bindings : this.known(),
    };
  }

  /** Answers with what a value of the examples has stood for so far. */
  meaningOf(expected: string): string | undefined {
    for (let at: ComparisonState | undefined = this; at; at = at.parent) {
      const found = at.bound.get(expected);
      if (found !== undefined) return found;
    }
    return this.context.bindings.get(expected);
  }

  private shared(): Parts {
    return { mode: this.mode, parent: this, budget: this.budget, isStraight: this.isStraight };
  }
}

const UNTOLD: Difference = { kind: 'value', path: '', message: '' };

/** Element by element, differences beyond the first one say nothing. */
function tooDifferent(differences: readonly Difference[], aboutRun: number): readonly Difference[] {
  const message = 'The output is too different from the example to align them. The first difference follows.';
  return differences.slice(0, aboutRun + 1).toSpliced(aboutRun, 0, { kind: 'form', path: '', message });
}

/** For verdicts on steps that have no example: nothing varies, nothing is bound. */
export function withoutExample(): ComparisonState {
  return new ComparisonState({ now: new Date(0), bindings: new Map() });
}
