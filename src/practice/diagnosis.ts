import type { Sandbox } from '../aws/sandbox/index.ts';
import type { AccountData } from '../matching/index.ts';
import type { RunnableStep } from '../procedure/index.ts';
import type { ShellOutput, SimulatedShell } from '../shell/index.ts';
import {
  type CallerFacts,
  type Diagnosis,
  diagnose,
  type RefusalFacts,
  readAwsError,
} from '../teaching/index.ts';

/** Variables that a script reads, `$NAME` or `${NAME}`; one with a default of its own is not needed. */
const READ = /\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g;
const ASSIGNED = /\b([A-Z_][A-Z0-9_]*)=/g;
/** Variables that bash sets, and that no list of variables has. */
const SET_BY_BASH =
  /^(?:BASH\w*|DIRSTACK|E?UID|EPOCH\w+|FUNCNAME|GROUPS|HOSTNAME|HOSTTYPE|LINENO|MACHTYPE|OLDPWD|OPTARG|OPTIND|OSTYPE|PIPESTATUS|PPID|PWD|RANDOM|REPLY|SECONDS|SHELLOPTS|SHLVL|SRANDOM)$/;
/** `NAME=""` in what a check printed. */
const EMPTY = /^[ \t]*([A-Za-z_]\w*)=""$/gm;

/** Why a step failed, as far as that is known; of a pasted result no exit code is. */
export function diagnosisOf(
  step: RunnableStep,
  output: Pick<ShellOutput, 'stdout' | 'stderr'> & { readonly exitCode?: number },
  failureFacts?: FailureFacts,
): Diagnosis | undefined {
  const { stdout, stderr, exitCode } = output;
  const printed = stderr + stdout;
  const expected = 'result' in step ? step.result?.body : undefined;
  const error = readAwsError(printed);
  const isExpected = error !== undefined && readAwsError(expected ?? '')?.code === error.code;
  return diagnose({
    script: step.script,
    printed: isExpected ? '' : printed,
    exitCode,
    error: isExpected ? undefined : error,
    expected,
    unset: unsetIn(step, stdout, failureFacts),
    caller: failureFacts?.caller,
    refusal: failureFacts?.refusal,
  });
}

function unsetIn({ role, script }: RunnableStep, stdout: string, failureFacts?: FailureFacts): string[] {
  if (role === 'check') return [...stdout.matchAll(EMPTY)].map(([, name = '']) => name);
  if (!failureFacts) return [];
  const assigned = [...script.matchAll(ASSIGNED)].map(([, name = '']) => name);
  const known = new Set([...failureFacts.variables, ...assigned]);
  // Text in single quotes is for another program.
  const read = [...script.replace(/'[^']*'/g, '').matchAll(READ)].map(
    ([, braced, bare]) => braced ?? bare ?? '',
  );
  return [...new Set(read)].filter((name) => !known.has(name) && !SET_BY_BASH.test(name));
}

/** Facts around a step that failed, where the account and the shell are ours to ask. */
export interface FailureFacts {
  readonly caller: CallerFacts;
  readonly refusal: RefusalFacts | undefined;
  /** Names of the variables that are set. */
  readonly variables: readonly string[];
}

/** Asks the shell and the account; sends no request. */
export async function failureFactsOf(
  shell: SimulatedShell,
  sandbox: Sandbox,
  now: Date,
): Promise<FailureFacts> {
  const { view } = shell;
  return {
    caller: callerOf((await view.effectiveConfig()).credentials, sandbox, now),
    refusal: sandbox.takeRefusal(),
    variables: view.variables(),
  };
}

type Credentials = Awaited<ReturnType<SimulatedShell['view']['effectiveConfig']>>['credentials'];

function callerOf(credentials: Credentials, sandbox: Sandbox, now: Date): CallerFacts {
  if (credentials.kind === 'none') return { kind: 'none' };
  if (credentials.kind === 'role') return { kind: 'role', arn: credentials.roleArn };
  const owner = sandbox.keyOwner(credentials);
  if (!owner) return { kind: 'unknown-key' };
  const { arn, session } = owner;
  if (!session) return { kind: 'user', arn };
  return { kind: 'session', arn, mfa: session.mfa, expiredMs: now.getTime() - session.expires.getTime() };
}

const ACCOUNT_ID = /(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g;

/**
 * Says what to write where a script names another account than the one of the account file.
 *
 * @example // "The page writes the account 000000000000, but the account file has 123456789012: write id: '000000000000' ..."
 */
export function accountHint(script: string, { strings, compare }: AccountData): string | undefined {
  const own = [...strings].find((text) => /^\d{12}$/.test(text));
  const [written] = (script.match(ACCOUNT_ID) ?? []).filter((id) => id !== own);
  if (compare !== 'equal' || own === undefined || written === undefined) return undefined;
  return `The page writes the account ${written}, but the account file has ${own}: write id: '${written}' in the account file, or ${own} in the page.`;
}
