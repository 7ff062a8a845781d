/**
 * The model of a procedure: everything else depends on these types, and they depend on nothing.
 * A page is one MDX file read from top to bottom; a step is one thing that happens on it.
 */

/** A place in a page's source. `line` and `column` count from 1, `offset` (UTF-16 units) from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** One thing wrong in a source file, written for the person who must fix it. */
export interface Problem {
  /** Path as the writer knows it: relative to the project, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Short and stable, for tests and for looking up: `unknown-attribute`. */
  readonly code: string;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to write instead. */
  readonly fix: string;
}

/** How a result example is compared, where the default is not enough (`match=` on the result fence). */
export type MatchMode = 'exact' | 'contains' | 'unordered' | 'none';

/** The stream of a step that a result example shows (`from=` on the result fence). */
export type Stream = 'stdout' | 'stderr' | 'both';

/** The output printed in the page: documentation and expectation at once (`json result`, `text result`). */
export interface ResultExample {
  readonly form: 'json' | 'text';
  /** The fence's content, without the final line break. */
  readonly body: string;
  readonly span: Span;
  /** Span of `body` in the source: from its first character to the end of its last line. */
  readonly bodySpan: Span;
  readonly match?: MatchMode;
  /** Why nothing is compared; present exactly when `match` is `none`. */
  readonly reason?: string;
  readonly from?: Stream;
  /** The exit code the step must have; inferred from the example when absent. */
  readonly exit?: number;
  /** Conditions of the run under which the example holds (`only=`, `not=`). */
  readonly only?: readonly string[];
  readonly not?: readonly string[];
  /** When the step prints this, for a reader: one of several results (`case="the bucket exists"`). */
  readonly case?: string;
}

interface StepBase {
  /** The writer's `id=`, else `step-N` with N the step's place on the page. Unique on the page. */
  readonly id: string;
  /** The partial that the step is written in; absent where that is the page. */
  readonly file?: string;
  readonly span: Span;
  /** The headings above the step, outermost first, as plain text. */
  readonly headings: readonly string[];
}

interface ScriptStep extends StepBase {
  /** The shell text to run: the fence's content, without the final line break, or what writes a file. */
  readonly script: string;
  readonly bodySpan: Span;
  readonly timeoutMs?: number;
  /** Why the step is not run (`skip="reason"`). */
  readonly skip?: string;
  /** Conditions of the run under which the step runs (`only=bash`, `not=cli1`). */
  readonly only?: readonly string[];
  readonly not?: readonly string[];
  /** `off`: values that results above showed stay in the script as they are. */
  readonly replace?: 'off';
  /** Answers to the prompts of the script, one after another (`input="yes"`). */
  readonly input?: readonly string[];
}

/** `bash env`: sets variables; must exit 0 and print nothing. */
interface EnvStep extends ScriptStep {
  readonly role: 'env';
}

/** `bash check` (変数の確認): prints expected and actual values of variables, line above line. */
interface CheckStep extends ScriptStep {
  readonly role: 'check';
  readonly result?: ResultExample;
  readonly alternatives?: readonly ResultExample[];
}

/** `bash command`: compared with its result example or with `shows=`, else must exit 0. */
export interface CommandStep extends ScriptStep {
  readonly role: 'command';
  /** Text that the output must contain, of a step without a result example. */
  readonly shows?: string;
  readonly result?: ResultExample;
  /** Other result examples: those of other circumstances, and those of which one must be met. */
  readonly alternatives?: readonly ResultExample[];
}

/** `json file=policy.json`: a file that the reader makes. Its script writes the file below the working directory. */
interface FileStep extends ScriptStep {
  readonly role: 'file';
  /** Path relative to the working directory: `policy.json`, `src/app.py`. */
  readonly name: string;
  /** The fence's content, without the final line break. `bodySpan` is its place. */
  readonly content: string;
}

/** `bash setup`: run but not shown. */
interface SetupStep extends ScriptStep {
  readonly role: 'setup';
}

/** `bash cleanup`: run but not shown, even after a failure. */
interface CleanupStep extends ScriptStep {
  readonly role: 'cleanup';
}

/** `<Elapse duration="15m" />`: time passes. */
export interface ElapseStep extends StepBase {
  readonly role: 'elapse';
  readonly durationMs: number;
}

export type RunnableStep = EnvStep | CheckStep | CommandStep | FileStep | SetupStep | CleanupStep;
export type Step = RunnableStep | ElapseStep;
export type Role = Step['role'];

/** A value the reader may choose: written in fences as its default, replaced as a whole word. */
export interface Variable {
  readonly name: string;
  readonly default: string;
  readonly label?: string;
}

/** Exception of a page from a rule for published text (`tejun lint`). */
export interface LintSuppression {
  readonly rule: string;
  /** Only this text; all that the rule finds on the page when absent. */
  readonly value?: string;
  /** Why it may stand there. */
  readonly reason: string;
  readonly place: Position;
}

/** Which page a source text is. */
export interface PageIdentity {
  /** Path below docs/ without its extension, the same in every locale: `sts-session-token/run-commands`. */
  readonly id: string;
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  readonly locale: string;
  /** True for a translation. Only a source page is shown in the place of a missing translation. */
  readonly isTranslation?: boolean;
}

export interface Page extends PageIdentity {
  /** The first folder of `id`. */
  readonly course: string;
  readonly title: string;
  /** Ids of the pages that must have been run before this one, in order. */
  readonly requires: readonly string[];
  /** Position of each entry of `requires` in the front matter, for problems between pages. */
  readonly requiresPlaces?: readonly Position[];
  /** Name of the account file beside the page, without `_` and `.yaml`: `account` unless front matter says otherwise. */
  readonly account: string;
  readonly variables: readonly Variable[];
  /** `recording`: the sandbox lacks what the page needs, and its recording answers for `aws` unless a run asks otherwise. */
  readonly target?: 'recording';
  /** Files that the page shows as parts of it, where steps are in them. */
  readonly partials?: readonly string[];
  /** Present when the page allows anything. */
  readonly allow?: readonly LintSuppression[];
  readonly steps: readonly Step[];
}
