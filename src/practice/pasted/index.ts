import { inferOutput } from '../../matching/index.ts';
import { type RunnableStep, resultsOf } from '../../procedure/index.ts';
import { diagnosisOf } from '../diagnosis.ts';
import { judge } from '../judge-step.ts';
import { stepOutcome } from '../outcome.ts';
import { HOME } from '../starting-point.ts';
import type { StepOutcome } from '../types.ts';
import { cleanPasted } from './clean.ts';

/** An expiry printed some time ago may be past by now: all that is known of it is that it is an instant. */
const LONG_AGO = new Date(0);

/**
 * Judges what a reader copied from a terminal of their own as the result of a step. The account is theirs: strings
 * of the account file may be any of the same form. The exit code is unknown and not judged.
 */
export function judgePasted(
  step: RunnableStep,
  pasted: string,
  accountStrings: ReadonlySet<string>,
): StepOutcome {
  const [first, ...others] = resultsOf(step);
  if (first && others.length > 0) {
    const outcomes = [first, ...others].map((result) =>
      judgePasted({ ...step, result, alternatives: undefined } as RunnableStep, pasted, accountStrings),
    );
    return outcomes.find(({ status }) => status === 'passed') ?? (outcomes[0] as StepOutcome);
  }
  const example = step.role === 'command' ? step.result : undefined;
  const text = cleanPasted(pasted, step.script);
  const output = inferOutput(text, example);
  const verdict = judge(step, output, {
    now: LONG_AGO,
    bindings: new Map(),
    accountData: { strings: new Set([...accountStrings, HOME]), compare: 'form' },
  });
  const diagnosis = verdict.passed ? undefined : diagnosisOf(step, { stdout: text, stderr: '' });
  return stepOutcome(output, verdict, diagnosis);
}
