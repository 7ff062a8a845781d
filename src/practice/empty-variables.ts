import { type Page, type RunnableStep, shellCommands } from '../procedure/index.ts';
import { usedVariables } from './given-text.ts';

/** A step of a page, as readers find it. */
export interface StepPosition {
  readonly file: string;
  readonly line: number;
}

/** Why a step cannot succeed: a variable that it uses is empty since another step. */
export interface EmptyVariable {
  readonly name: string;
  /** The step that left it empty. */
  readonly since: StepPosition;
  readonly hasFailed: boolean;
  /** The failure with which it began, where `since` failed because of another one. */
  readonly root: StepPosition;
}

/** Variables of a session that steps left empty. */
interface EmptyVariables {
  /** Notes what a step left empty, once it has run. */
  learn(page: Page, step: PlacedScript, ended: Ended): Learnt;
}

/** Step with its place. The site leaves places out: its own lessons say which variable is unset. */
type PlacedScript = Pick<RunnableStep, 'script'> & Partial<Pick<RunnableStep, 'span' | 'file'>>;

interface Ended {
  readonly hasFailed: boolean;
  /** The shell's variables after the step. */
  readonly values: ReadonlyMap<string, string>;
}

interface Learnt {
  /** Variables that the step set to nothing. */
  readonly left: readonly string[];
  /** Of a step that failed: the empty variable that it uses. */
  readonly cause?: EmptyVariable;
}

/** Assignment of what only the shell can know. `NAME=` and `NAME=""` mean to be empty. */
const COMPUTED = /^([A-Za-z_]\w*)=.*[$`]/s;
const ASSIGNS = /(?:^|[\s;&|(){}])[A-Za-z_]\w*=/;
/** Most scripts compute no variable: only those that may are taken apart. */
const mayCompute = (script: string): boolean => ASSIGNS.test(script) && /[$`]/.test(script);
const DECLARES = /^(?:export|local|readonly|declare)$/;

/** `NAME=$(...)`, `export NAME="${OTHER}"`: variables that a script computes. Here documents assign nothing. */
function computed(script: string): string[] {
  if (!mayCompute(script)) return [];
  return shellCommands(script).flatMap(({ words, subshell }) => {
    const [first = '', ...rest] = words;
    const own = DECLARES.test(first) ? rest : words;
    // Before a command, `NAME=value` is that command's alone.
    if (subshell || own.some((word) => !/^-|^[A-Za-z_]\w*(?:=|$)/.test(word))) return [];
    return own.flatMap((word) => COMPUTED.exec(word)?.[1] ?? []);
  });
}

export function createEmptyVariables(): EmptyVariables {
  const empty = new Map<string, EmptyVariable>();
  const firstUsed = (script: string): EmptyVariable | undefined =>
    usedVariables(script)
      .map((name) => empty.get(name))
      .find((found) => found !== undefined);
  return {
    learn: (page, { script, span, file = page.file }, { hasFailed, values }) => {
      if (!span) return { left: [] };
      const cause = hasFailed ? firstUsed(script) : undefined;
      const since = { file, line: span.start.line };
      for (const name of empty.keys()) if ((values.get(name) ?? '') !== '') empty.delete(name);
      const left = [...new Set(computed(script))].filter((name) => (values.get(name) ?? '') === '');
      for (const name of left) empty.set(name, { name, since, hasFailed, root: cause?.root ?? since });
      return { left, cause };
    },
  };
}

/**
 * Says in a sentence why a step cannot succeed.
 *
 * @example // "VPC_ID is empty since line 81, which failed."
 */
export function emptyReason({ name, since, hasFailed }: EmptyVariable, page: Page): string {
  const place = since.file === page.file ? `line ${since.line}` : `${since.file}:${since.line}`;
  return `${name} is empty since ${place}, which ${hasFailed ? 'failed' : 'set it to nothing'}.`;
}
