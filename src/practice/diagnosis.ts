import type { RunnableStep } from '../procedure/index.ts';
import type { ShellOutput } from '../shell/index.ts';
import { type Diagnosis, diagnose, readAwsError } from '../teaching/index.ts';
import type { Circumstances } from './circumstances.ts';

/** Variables that a script reads, `$NAME` or `${NAME}`; one with a default of its own is not needed. */
const READ = /\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g;
const ASSIGNED = /\b([A-Z_][A-Z0-9_]*)=/g;
/** `NAME=""` in what a check printed. */
const EMPTY = /^[ \t]*([A-Za-z_]\w*)=""$/gm;

/** Why a step failed, as far as that is known; of a pasted result no exit code is. */
export function diagnosisOf(
  step: RunnableStep,
  output: Pick<ShellOutput, 'stdout' | 'stderr'> & { readonly exitCode?: number },
  circumstances?: Circumstances,
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
    unset: unsetIn(step, stdout, circumstances),
    caller: circumstances?.caller,
    refusal: circumstances?.refusal,
  });
}

function unsetIn({ role, script }: RunnableStep, stdout: string, circumstances?: Circumstances): string[] {
  if (role === 'check') return [...stdout.matchAll(EMPTY)].map(([, name = '']) => name);
  if (!circumstances) return [];
  const assigned = [...script.matchAll(ASSIGNED)].map(([, name = '']) => name);
  const known = new Set([...circumstances.variables, ...assigned]);
  // Text in single quotes is for another program.
  const read = [...script.replace(/'[^']*'/g, '').matchAll(READ)].map(
    ([, braced, bare]) => braced ?? bare ?? '',
  );
  return [...new Set(read)].filter((name) => !known.has(name));
}
