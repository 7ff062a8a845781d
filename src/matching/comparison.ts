import type { MatchMode } from '../procedure/types.ts';
import type {
  Accepted,
  Bindings,
  Difference,
  DiffLine,
  MatchContext,
  Notice,
  ValueType,
  Verdict,
} from './types.ts';

/** One comparison under way: what was found so far, and what each value of the examples has stood for. */
export class Comparison {
  readonly context: MatchContext;
  readonly mode: MatchMode | undefined;
  readonly differences: Difference[] = [];
  readonly notices: Notice[] = [];
  readonly accepted: Accepted[] = [];
  readonly diff: DiffLine[] = [];
  private bindings: Map<string, string>;

  constructor(
    context: MatchContext,
    mode?: MatchMode,
    bindings: Iterable<[string, string]> = context.bindings,
  ) {
    this.context = context;
    this.mode = mode;
    this.bindings = new Map(bindings);
  }

  get failed(): boolean {
    return this.differences.length > 0;
  }

  differ(difference: Difference): void {
    this.differences.push(difference);
  }

  notice(path: string, message: string): void {
    this.notices.push({ path, message });
  }

  accept(type: ValueType, expected: string, actual: string, path: string): void {
    this.accepted.push({ type, expected, actual, path });
  }

  show(kind: DiffLine['kind'], text: string, note?: string): void {
    this.diff.push(note === undefined ? { kind, text } : { kind, text, note });
  }

  /** One value, one meaning: what `expected` already stands for where that is another value, else undefined. */
  bind(expected: string, actual: string): string | undefined {
    const earlier = this.bindings.get(expected);
    if (earlier === undefined) this.bindings.set(expected, actual);
    return earlier === actual ? undefined : earlier;
  }

  /** What the examples' values stand for so far. */
  known(): Bindings {
    return this.bindings;
  }

  /** A comparison that may be thrown away: it knows the values so far, and adds to them only when absorbed. */
  attempt(): Comparison {
    return new Comparison(this.context, this.mode, this.bindings);
  }

  absorb(attempt: Comparison): void {
    this.differences.push(...attempt.differences);
    this.notices.push(...attempt.notices);
    this.accepted.push(...attempt.accepted);
    this.diff.push(...attempt.diff);
    this.bindings = new Map(attempt.bindings);
  }

  verdict(): Verdict {
    return {
      passed: !this.failed,
      differences: this.differences,
      notices: this.notices,
      accepted: this.accepted,
      diff: this.diff,
      // A failed step proves nothing about what its values stand for.
      bindings: this.failed ? this.context.bindings : this.bindings,
    };
  }
}

/** For verdicts on steps that have no example: nothing varies, nothing is bound. */
export function withoutExample(): Comparison {
  return new Comparison({ now: new Date(0), bindings: new Map() });
}
