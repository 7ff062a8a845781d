import {
  addExample,
  type MatchContext,
  match,
  matchCheck,
  matchExit,
  matchShows,
  matchSilence,
  type Revision,
  revise,
  type Verdict,
} from '../matching/index.ts';
import { type ResultExample, type RunnableStep, resultsOf } from '../procedure/index.ts';
import type { ShellOutput } from '../shell/index.ts';

/** The verdict on a step's output: what its role demands, then its result example. */
export function judge(step: RunnableStep, output: ShellOutput, context: MatchContext): Verdict {
  switch (step.role) {
    case 'env':
      return matchSilence(output);
    case 'check': {
      const verdict = matchCheck(output);
      return verdict.passed && step.result ? matchOneOf(resultsOf(step), output, context) : verdict;
    }
    case 'command':
      if (step.shows !== undefined) return matchShows(step.shows, output);
      if (step.result) return matchOneOf(resultsOf(step), output, context);
      return step.alternatives ? withoutExample(matchExit(output)) : matchExit(output);
    case 'file':
    case 'setup':
    case 'cleanup':
      return matchExit(output);
  }
}

/** Results that are all for other runs compare nothing. */
const withoutExample = (verdict: Verdict): Verdict => ({
  ...verdict,
  notices: [
    { path: 'result', message: 'No result example is for this run: nothing was compared.' },
    ...verdict.notices,
  ],
});

/** The verdict of the first example that the output meets, else of the one that it is nearest to. */
function matchOneOf(examples: readonly ResultExample[], output: ShellOutput, context: MatchContext): Verdict {
  const verdicts = examples.map((example) => match(example, output, context));
  const [first, ...others] = verdicts as [Verdict, ...Verdict[]];
  const passed = verdicts.find((verdict) => verdict.passed);
  if (passed || others.length === 0) return passed ?? first;
  const best = others.reduce((a, b) => (b.differences.length < a.differences.length ? b : a), first);
  const { case: when } = examples[verdicts.indexOf(best)] ?? {};
  const message = `None of ${examples.length} results is met.${when ? ` The nearest one is for: ${when}.` : ''}`;
  // Reports show lines of the first example only.
  const differences =
    best === first ? best.differences : best.differences.map(({ line: _, ...rest }) => rest);
  return { ...best, differences, notices: [{ path: 'result', message }, ...best.notices] };
}

/** The result example made to show what was printed, where it is only stale; undefined where there is none. */
export function reviseResult(
  step: RunnableStep,
  output: ShellOutput,
  context: MatchContext,
): Revision | undefined {
  if (!('result' in step) || !step.result || step.alternatives) return undefined;
  if (step.role === 'check' && !matchCheck(output).passed) return undefined;
  return revise(step.result, output, context);
}

/** The result example that a command lacks; undefined where it has one, failed, or printed nothing. */
export function addResult(step: RunnableStep, output: ShellOutput, context: MatchContext) {
  return step.role === 'command' && !step.result && !step.alternatives && step.shows === undefined
    ? addExample(output, context)
    : undefined;
}

/** Default duration of GetSessionToken in seconds (API reference of STS). */
const DEFAULT_DURATION_SECONDS = 43_200;

/** How long the session that a script asks for lasts, in seconds; undefined where it asks for none. */
export function requestedDuration(script: string): number | undefined {
  // The CLI takes `--duration` for it as well.
  const asked = /--dur[a-z-]*(?:=|[\s\\]+)["']?(\d+)/.exec(script)?.[1];
  if (asked) return Number(asked);
  // A duration in a variable or a document is not known here.
  if (/--dur|DurationSeconds|--cli-input/.test(script)) return undefined;
  return /\bsts[\s\\]+get-session-token(?![\w.-])/.test(script) ? DEFAULT_DURATION_SECONDS : undefined;
}
