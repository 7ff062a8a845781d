/** A sentence in the languages of the project; `en` is shown where a language has none. */
type Text = { readonly en: string } & Readonly<Record<string, string>>;

/** Facts of a failure, as far as they are known; of a result from elsewhere, only what was printed. */
export interface Happening {
  readonly script: string;
  /** All that was printed, both streams. */
  readonly printed: string;
  /** Absent where nobody knows it: of a pasted result. */
  readonly exitCode?: number;
  /** The error of AWS in what was printed. */
  readonly error?: PrintedAwsError;
  /** The example's body: the result should have shown that. */
  readonly expected?: string;
  /** Names of variables that are empty and should not be. */
  readonly unset: readonly string[];
  /** The caller, by the account. */
  readonly caller?: CallerFacts;
  /** The refusal of policies, by the account. */
  readonly refusal?: RefusalFacts;
}

export interface PrintedAwsError {
  readonly code: string;
  /** `ListUsers` */
  readonly operation: string;
  readonly message: string;
}

export interface CallerFacts {
  readonly kind: 'none' | 'unknown-key' | 'role' | 'user' | 'session';
  readonly arn?: string;
  /** Of temporary credentials: true where MFA was used to get them. */
  readonly mfa?: boolean;
  /** Milliseconds since they expired, negative before. */
  readonly expiredMs?: number;
}

/** As the policy engine of the sandbox tells it. */
export interface RefusalFacts {
  readonly action: string;
  readonly resource: string;
  readonly caller: string;
  readonly by: 'identity' | 'boundary' | 'session' | 'trust' | 'resource';
  readonly denial?: { readonly policy?: string; readonly statement: string };
  readonly policies: readonly string[];
}

/** A way back that one press of a button goes; the page knows how. */
export type Remedy =
  /** Moves the account's time back to before the credentials expired, and runs the step again. */
  | 'back-before-expiry'
  /** Starts over before the page that got the credentials, and runs all up to this step. */
  | 'renew'
  /** Runs the steps before this one that were not run. */
  | 'run-missing';

/** One entry of the catalogue: from what happened to its cause and the way back. */
export interface Lesson {
  /** Short and stable, for tests and links: `expired`. */
  readonly id: string;
  /** Codes of AWS errors that it is about; with `when`, both must hold. */
  readonly codes?: readonly string[] | RegExp;
  /** Gives the values that its texts name in braces; undefined where it is not the case. */
  readonly when?: (happening: Happening) => Readonly<Record<string, string>> | undefined;
  readonly cause: Text;
  readonly remedy: Text;
  readonly buttons?: readonly Remedy[];
}

/** A lesson for what happened; plain data, for a worker and a report. */
export interface Diagnosis {
  /** Of the lesson in the catalogue. */
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}
