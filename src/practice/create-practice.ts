import type { Bindings, MatchContext, Verdict } from '../matching/index.ts';
import { waitingCommand, withAnswers } from '../procedure/answers.ts';
import { flowOn, ownValues, type ReplacedWord } from '../procedure/flow-on.ts';
import type { Page, RunnableStep, Step } from '../procedure/index.ts';
import type { ShellOutput } from '../shell/index.ts';
import { createBindings } from './bindings.ts';
import { accountHint, diagnosisOf } from './diagnosis.ts';
import { createEmptyVariables, type EmptyVariable, emptyReason } from './empty-variables.ts';
import { givenText, pageContents } from './given-text.ts';
import { addResult, judge, requestedDuration, reviseResult } from './judge-step.ts';
import { joinOutputs, stepOutcome } from './outcome.ts';
import type {
  Practice,
  PracticeParts,
  Revising,
  SimulatedPractice,
  StepOutcome,
  TypedStep,
} from './types.ts';

const DEFAULT_TIMEOUT_MS = 30_000;
/** Each step takes a moment of the practice's time, so that no two happen at once. */
const STEP_MS = 1_000;

/** Says which words of the page the run replaced by its own values. */
const withReplacements = (verdict: Verdict, replacements: readonly ReplacedWord[]): Verdict => ({
  ...verdict,
  notices: [
    ...replacements.map(({ from, to }) => ({
      path: 'command',
      replaced: { from, to },
      message: `${from} was replaced by ${to}, which an earlier step printed in its place.`,
    })),
    ...verdict.notices,
  ],
});

/** A variable that a step sets to nothing is mostly a mistake, though nothing failed. */
const withNotices = (verdict: Verdict, names: readonly string[]): Verdict => ({
  ...verdict,
  notices: [
    ...verdict.notices,
    ...names.map((name) => ({
      path: name,
      isEmptyVariable: true as const,
      message: `The step sets ${name} to nothing.`,
    })),
  ],
});

/** A failure that another one explains says no more than that; one that nothing explains keeps its own reason. */
function explained(
  outcome: StepOutcome,
  page: Page,
  cause: EmptyVariable | undefined,
  hint: string | undefined,
): StepOutcome {
  if (outcome.status !== 'failed') return outcome;
  if (!cause) return hint ? { ...outcome, reason: `${outcome.reason} ${hint}` } : outcome;
  const reason = emptyReason(cause, page);
  if (cause.hasFailed) return { ...outcome, reason, follows: cause.root };
  return { ...outcome, reason: `${reason} ${outcome.reason}` };
}

/** The example that a page should show instead, or where it shows none. */
function revisionOf(
  step: RunnableStep,
  output: ShellOutput,
  context: MatchContext,
  { verdict, updatesExamples }: { readonly verdict: Verdict; readonly updatesExamples: Revising },
) {
  if (verdict.passed) return updatesExamples === 'adding' ? addResult(step, output, context) : undefined;
  const revision = reviseResult(step, output, context);
  return revision && 'body' in revision ? revision : undefined;
}

/** A step's script with the run's own values in it. */
const ownScript = ({ script, replace }: RunnableStep, known: Bindings): ReturnType<typeof flowOn> =>
  replace === 'off' ? { script, replacements: [] } : flowOn(script, known);

/** A step whose script gets its answers. */
const answered = (step: RunnableStep): RunnableStep => ({
  ...step,
  script: withAnswers(step.script, step.input),
});

const NOT_RUN: ShellOutput = { stdout: '', stderr: '', exitCode: 1 };

const waitingReason = (command: string): string =>
  `The step was not run: \`${command}\` waits for an answer. Write the answers on the step, as in \`bash command input="yes"\`; \\n separates several.`;

/** Values bound for the result of a step: words that it keeps as written stand for themselves. */
const boundFor = ({ script, replace }: RunnableStep, known: Bindings): Bindings =>
  replace === 'off' ? new Map([...known].filter(([example]) => !script.includes(example))) : known;

/** Runs and judges steps in whatever shell, by whatever clock. Closing the practice closes the shell. */
export function createPractice({
  shell,
  clock,
  accountDataOf,
  updatesExamples,
  failureFacts,
}: PracticeParts): Practice & Pick<SimulatedPractice, 'scriptOf' | 'ownValuesOf'> {
  const bindings = createBindings();
  const emptyVariables = createEmptyVariables();

  const perform = async ({ script, earlier }: TypedStep, timeoutMs = DEFAULT_TIMEOUT_MS) =>
    joinOutputs(earlier, await shell.run(script, { timeoutMs }));

  const runScript = async (page: Page, step: RunnableStep, typed?: TypedStep): Promise<StepOutcome> => {
    if (step.skip !== undefined) return { status: 'skipped', reason: step.skip };
    const waiting = waitingCommand(step);
    if (waiting) return { status: 'failed', reason: waitingReason(waiting), output: NOT_RUN };
    clock.tick?.(STEP_MS);
    const known = bindings.before(page, step);
    const given = answered(step);
    const { script, replacements } = ownScript(given, known);
    const line = typed && { ...typed, script: withAnswers(typed.script, step.input) };
    const output = await perform(line ?? { script, earlier: [] }, step.timeoutMs);
    // Output that was cut off proves nothing, and may be megabytes: there is nothing to compare.
    if (output.stopped) return { status: 'failed', reason: output.stopped, output };
    const accountData = accountDataOf(page);
    const values = await shell.state.variables();
    const contents = { values, readFile: shell.state.readFile };
    const context = {
      now: clock.account(),
      durationSeconds: requestedDuration(step.script),
      bindings: boundFor(step, known),
      script: await givenText(page, given, contents),
      contents: await pageContents(page, step, contents),
      accountData,
    };
    const verdict = withReplacements(judge(step, output, context), replacements);
    const revised = updatesExamples
      ? revisionOf(step, output, context, { verdict, updatesExamples })
      : undefined;
    bindings.learn(page, step, revised?.verdict ?? verdict);
    const failure = revised || verdict.passed ? undefined : verdict;
    const { left, cause } = emptyVariables.learn(page, step, { hasFailed: failure !== undefined, values });
    if (revised) return { status: 'passed', output, verdict: revised.verdict, revised: revised.body };
    if (!failure) return stepOutcome(output, withNotices(verdict, left));
    const diagnosis = diagnosisOf(step, output, await failureFacts?.());
    // An account that flowed on is the run's own already.
    const hint = accountHint(script, accountData);
    return explained(stepOutcome(output, failure, diagnosis), page, cause, hint);
  };

  return {
    run: async (page: Page, step: Step, typed?: TypedStep): Promise<StepOutcome> => {
      if (step.role !== 'elapse') return runScript(page, step, typed);
      await clock.elapse(step.durationMs);
      return { status: 'passed' };
    },
    scriptOf: (page, step) => ownScript(step, bindings.before(page, step)).script,
    ownValuesOf: (page, step) => ownValues(bindings.addedBy(page, step)),
    close: () => shell.close(),
  };
}
