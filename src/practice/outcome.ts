import type { Verdict } from '../matching/index.ts';
import type { ShellOutput } from '../shell/index.ts';
import type { Diagnosis } from '../teaching/index.ts';
import type { StepOutcome } from './types.ts';

/** Result of a step, with the reason for the person who has to act. */
export function stepOutcome(output: ShellOutput, verdict: Verdict, diagnosis?: Diagnosis): StepOutcome {
  if (output.stopped) return { status: 'failed', reason: output.stopped, output, verdict };
  if (verdict.passed) return { status: 'passed', output, verdict };
  const reason = verdict.differences[0]?.message ?? 'The result differs from the example.';
  return { status: 'failed', reason, output, verdict, ...(diagnosis && { diagnosis }) };
}

/** Joins the outputs of lines that were run one after the other; the whole ended as the last of them. */
export function joinOutputs(earlier: readonly ShellOutput[], last: ShellOutput): ShellOutput {
  if (earlier.length === 0) return last;
  const all = [...earlier, last];
  const { pieces: _, ...rest } = last;
  const joined = (stream: 'stdout' | 'stderr') => all.map((output) => output[stream]).join('');
  return { ...rest, stdout: joined('stdout'), stderr: joined('stderr') };
}
