import type { ValueType } from '../types.ts';

/** A kind of value that varies from run to run: how an example shows it, and what may stand for it. */
export interface ValuePattern {
  readonly type: ValueType;
  /** Finds it in an example's text. Global, without capture groups; its boundaries are look-arounds. */
  readonly finds: RegExp;
  /** Texts of which each value contains one: where none is, nothing need be looked for. */
  readonly needs?: readonly string[];
  /** Checks a match that the regular expression alone cannot decide. */
  readonly recognises?: (found: string) => boolean;
  /** Regular expression (its source, without capture groups) of what may stand for this example. */
  readonly shape: (example: string) => string;
  /** Checks a text of the right shape: a date must exist. */
  readonly accepts?: (actual: string) => boolean;
  /** Tells whether this example is the same value wherever a page shows it. */
  readonly binds: (example: string) => boolean;
  /** Describes the expected value in messages: "an account id (12 digits)". */
  readonly describe: (example: string) => string;
}

/** Surroundings of a value. */
export interface MatchPosition {
  /** The key, column or tag that the value belongs to: `SessionToken`. */
  readonly key?: string;
  /** True where the value is the entire text, as in a JSON string or a table's cell. */
  readonly whole: boolean;
}
