import type { ValueType } from '../types.ts';

/** A kind of value that varies from run to run: how an example shows it, and what may stand for it. */
export interface ValuePattern {
  readonly type: ValueType;
  /** Finds it in an example's text. Global, without capture groups; its boundaries are look-arounds. */
  readonly finds: RegExp;
  /** Whether what was found really is one, where a regular expression cannot tell. */
  readonly recognises?: (found: string) => boolean;
  /** Regular expression (its source, without capture groups) of what may stand for this example. */
  readonly shape: (example: string) => string;
  /** Whether a text of the right shape is a possible value: a date that exists. */
  readonly accepts?: (actual: string) => boolean;
  /** Whether this example stands for one and the same value wherever a page shows it. */
  readonly binds: (example: string) => boolean;
  /** What was asked for, for messages: "an account id (12 digits)". */
  readonly describe: (example: string) => string;
}

/** What surrounds a value. */
export interface MatchPosition {
  /** The key, column or tag that the value belongs to: `SessionToken`. */
  readonly key?: string;
  /** Whether the value is all that stands there, as in a JSON string or a table's cell. */
  readonly whole: boolean;
}
