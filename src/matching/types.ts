/** Output and exit code of a step. */
export interface Actual {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Values met so far on a page: the text in the example -> the text it stood for. */
export type Bindings = ReadonlyMap<string, string>;

/** Strings of the account file. `equal`: as written; `form`: any value of the same form (a reader's own account). */
export interface AccountData {
  readonly strings: ReadonlySet<string>;
  readonly compare: 'equal' | 'form';
}

export interface MatchContext {
  /** The account's time when the step ended. */
  readonly now: Date;
  /** `--duration-seconds` of the step, in seconds; relates `Expiration` to `now`. */
  readonly durationSeconds?: number;
  readonly bindings: Bindings;
  /** Script of the step, with its input where known: a varying value in it must come back. */
  readonly script?: string;
  /** Contents of the files that the page's scripts name: a digest of one of them must come back. */
  readonly contents?: readonly string[];
  readonly accountData?: AccountData;
}

/** The kinds of value that may vary from run to run. */
export type ValueType =
  | 'account-id'
  | 'arn'
  | 'unique-id'
  | 'resource-id'
  | 'timestamp'
  | 'secret'
  | 'session-token'
  | 'uuid'
  | 'request-id'
  | 'ip'
  | 'mac-address'
  | 'fingerprint'
  | 'token'
  | 'signature'
  | 'placeholder'
  | 'home'
  | 'cli-version'
  | 'mask'
  | 'elision'
  | 'account-data';

/** A value that differed from the example and was accepted as one of its type. */
export interface AcceptedValue {
  readonly type: ValueType;
  readonly expected: string;
  readonly actual: string;
  /** Path of the value: `Vpcs[0].VpcId`, `line 1`, `row 2, column 3`. */
  readonly path: string;
}

export type DifferenceKind =
  | 'missing'
  | 'unexpected'
  | 'value'
  | 'type'
  | 'inconsistent'
  | 'time'
  | 'exit-code'
  | 'stream'
  | 'form'
  | 'error-code'
  | 'operation';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly path: string;
  readonly expected?: string;
  readonly actual?: string;
  /** They are JSON (`1`, `"1"`, `null`) or stand for it (`an object`, `an array of 2`), else texts. */
  readonly isJson?: true;
  /** One sentence for the writer. */
  readonly message: string;
  /** Line inside the example's body, from 1, where known. */
  readonly line?: number;
}

/** Something to know that fails nothing: an extra key. */
export interface Notice {
  readonly path: string;
  readonly message: string;
  /** A word of the command that the run replaced by its own value. */
  readonly replaced?: { readonly from: string; readonly to: string };
  /** The step sets a variable, which the path names, to nothing. */
  readonly isEmptyVariable?: true;
}

/** One line of the diff of example and output, to be coloured by whoever shows it. */
export interface DiffLine {
  readonly kind: 'same' | 'accepted' | 'expected' | 'actual' | 'extra';
  readonly text: string;
  /** Reason why it was accepted or differs. */
  readonly note?: string;
}

export interface Verdict {
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  readonly notices: readonly Notice[];
  readonly accepted: readonly AcceptedValue[];
  readonly diff: readonly DiffLine[];
  /** The bindings of the context and those of this result together. */
  readonly bindings: Bindings;
}
