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
