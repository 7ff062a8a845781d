/** Error as the payload of an invocation has it, and as its log has it. */
export interface DescribedError {
  readonly payload: {
    readonly errorType: string;
    readonly errorMessage: string;
    readonly trace?: readonly string[];
  };
  readonly logged?: unknown;
}

/** How the work of a function ended. */
export type WorkResult =
  | { readonly kind: 'returned'; readonly payload: string }
  | { readonly kind: 'threw'; readonly error: DescribedError }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'exited'; readonly code: string }
  | { readonly kind: 'out-of-memory' };

/** A line that the function has written; `level` is empty for what it wrote to the standard streams. */
type WriteLine = (level: string, text: string, at: Date) => void;

/** One piece of work: the load of the module, or an invocation. */
export interface Work {
  readonly begin: Date;
  readonly timeoutMilliseconds: number;
  readonly write: WriteLine;
}

/** The result of an error that Lambda's runtime throws itself. */
export function thrown(errorType: string, errorMessage: string): WorkResult {
  return { kind: 'threw', error: { payload: { errorType, errorMessage, trace: [] } } };
}

/** Gives errors of a load the names that Lambda's runtime has for them. */
export function asLoadFailure(result: WorkResult): WorkResult {
  if (result.kind !== 'threw') return result;
  const { errorType, errorMessage, trace = [] } = result.error.payload;
  const isMissing = /^(Cannot find module |The Tejun sandbox does not provide )/.test(errorMessage);
  if (errorType !== 'SyntaxError' && !isMissing) return result;
  const name = isMissing ? 'Runtime.ImportModuleError' : 'Runtime.UserCodeSyntaxError';
  const whole = `${errorType}: ${errorMessage}`;
  const [first = '', ...rest] = trace;
  const payload = {
    errorType: name,
    errorMessage: whole,
    trace: [`${name}: ${first}`, ...rest],
  };
  return { kind: 'threw', error: { payload } };
}
