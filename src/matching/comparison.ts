import type { MatchMode } from '../procedure/types.ts';
import { Budget, BudgetExceeded } from './budget.ts';
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
  readonly budget: Budget;
  private readonly parent: ComparisonState | undefined;
  /** Values bound here; the parent holds earlier ones. */
  private readonly bound = new Map<string, string>();

  constructor(context: MatchContext, { mode, parent, isTrial = false, budget = new Budget() }: Parts = {}) {
    this.context = context;
    this.mode = mode;
    this.parent = parent;
    this.isTrial = isTrial;
    this.budget = budget;
  }

  get failed(): boolean {
    return this.differences.length > 0;
  }

  /** True once nothing more can change the answer of a trial. */
  get isSettled(): boolean {
    return this.isTrial && this.failed;
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

  notice(path: string, message: string): void {
    this.notices.push({ path, message });
  }

  accept(type: ValueType, expected: string, actual: string, path: string): void {
    this.accepted.push({ type, expected, actual, path });
  }

  show(kind: DiffLine['kind'], text: string, note?: string): void {
    if (this.isTrial) return;
    this.diff.push(note === undefined ? { kind, text } : { kind, text, note });
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
    this.differences.push(...attempt.differences);
    this.notices.push(...attempt.notices);
    this.accepted.push(...attempt.accepted);
    this.diff.push(...attempt.diff);
    for (const [expected, actual] of attempt.bound) this.bound.set(expected, actual);
  }

  verdict(): Verdict {
    return {
      passed: !this.failed,
      differences: this.budget.isExceeded ? tooDifferent(this.differences) : this.differences,
      notices: this.notices,
      accepted: this.accepted,
      diff: this.diff,
      // A failed step proves nothing about what its values stand for.
      bindings: this.failed ? this.context.bindings : this.known(),
    };
  }

  private shared(): Parts {
    return { mode: this.mode, parent: this, budget: this.budget };
  }

  private meaningOf(expected: string): string | undefined {
    for (let at: ComparisonState | undefined = this; at; at = at.parent) {
      const found = at.bound.get(expected);
      if (found !== undefined) return found;
    }
    return this.context.bindings.get(expected);
  }
}

const UNTOLD: Difference = { kind: 'value', path: '', message: '' };

/** Element by element, differences beyond the first one say nothing. */
function tooDifferent(differences: readonly Difference[]): readonly Difference[] {
  const [first] = differences;
  if (!first) return differences;
  const message = 'The output is too different from the example to align them. The first difference follows.';
  return [{ kind: 'form', path: '', message }, first];
}

/** For verdicts on steps that have no example: nothing varies, nothing is bound. */
export function withoutExample(): ComparisonState {
  return new ComparisonState({ now: new Date(0), bindings: new Map() });
}
