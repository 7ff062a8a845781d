import type { Verdict } from '../matching/index.ts';
import type { Page, RunnableStep, Step } from '../procedure/index.ts';
import { createBindings } from './bindings.ts';
import { flowOn, type Replacement } from './flow-on.ts';
import { givenText } from './given-text.ts';
import { judge, requestedDuration, reviseResult } from './judge.ts';
import { outcomeOf } from './outcome.ts';
import type { Practice, PracticeParts, StepOutcome } from './types.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
/** Each step takes a moment of the practice's time, so that no two happen at once. */
const STEP_MS = 1_000;

/** Says which words of the page the run replaced by its own values. */
const withReplacements = (verdict: Verdict, replacements: readonly Replacement[]): Verdict => ({
  ...verdict,
  notices: [
    ...replacements.map(({ from, to }) => ({
      path: 'command',
      message: `${from} was replaced by ${to}, which an earlier step printed in its place.`,
    })),
    ...verdict.notices,
  ],
});

/** Runs and judges steps in whatever shell, by whatever clock. Closing the practice closes the shell. */
export function createPractice({ shell, clock, accountData, revises }: PracticeParts): Practice {
  const bindings = createBindings();

  const runScript = async (page: Page, step: RunnableStep): Promise<StepOutcome> => {
    if (step.skip !== undefined) return { status: 'skipped', reason: step.skip };
    clock.tick?.(STEP_MS);
    const known = bindings.before(page, step);
    const { script, replacements } =
      step.replace === 'off' ? { script: step.script, replacements: [] } : flowOn(step.script, known);
    const output = await shell.run(script, { timeoutMs: step.timeoutMs ?? DEFAULT_TIMEOUT_MS });
    // What was cut off proves nothing, and may be megabytes: there is nothing to compare.
    if (output.stopped) return { status: 'failed', reason: output.stopped, output };
    const context = {
      now: clock.account(),
      durationSeconds: requestedDuration(step.script),
      bindings: known,
      script: givenText(page, step),
      accountData,
    };
    const verdict = withReplacements(judge(step, output, context), replacements);
    const revision = revises && !verdict.passed ? reviseResult(step, output, context) : undefined;
    const revised = revision && 'body' in revision ? revision : undefined;
    bindings.learn(page, step, revised?.verdict ?? verdict);
    if (!revised) return outcomeOf(output, verdict);
    return { status: 'passed', output, verdict: revised.verdict, revised: revised.body };
  };

  return {
    run: async (page: Page, step: Step): Promise<StepOutcome> => {
      if (step.role !== 'elapse') return runScript(page, step);
      await clock.elapse(step.durationMs);
      return { status: 'passed' };
    },
    close: () => shell.close(),
  };
}
