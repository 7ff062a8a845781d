import {
  applyVariables,
  type Page,
  type ResultExample,
  type RunFacts,
  type RunnableStep,
  resultsOf,
  type Step,
  stepForRun,
  type VariableValues,
  withAnswers,
} from '../../procedure/index.ts';
import { quoted } from '../../shell/quoting.ts';
import { RUNTIME } from './runtime.ts';

/**
 * Writes pages as one bash script: every step in one shell, in the order of the pages, each with its checks. The script
 * stops at the first step that fails, and runs the `cleanup` steps at its end, also after a failure.
 *
 * The script checks what bash can check: exit codes, AWS errors, silence of `env` steps, and the lines of `check` steps.
 * Values of results are only shown: `tejun doctest` compares them.
 *
 * @param pages in the order to run them
 * @param values of variables that the pages declare; their defaults where absent
 * @example bashScriptOf([page], { BUCKET: 'my-bucket' }) // '#!/usr/bin/env bash\n...'
 */
export function bashScriptOf(pages: readonly Page[], values: VariableValues = {}): string {
  const steps = pages.flatMap((page) =>
    page.steps.map((step) => ({
      page,
      step: applyVariables(stepForRun(step, IN_BASH, page.locale), page.variables, values),
    })),
  );
  const cleanups = steps.filter(({ step }) => step.role === 'cleanup');
  const others = steps.filter(({ step }) => step.role !== 'cleanup');
  const title = pages.map((page) => `# ${oneLine(page.title)} (${page.file})`).join('\n');
  return [
    `#!/usr/bin/env bash\n${title}`,
    RUNTIME,
    ...(cleanups.length > 0 ? [cleanUp(cleanups)] : []),
    ...others.map(({ page, step }) => stepText(page, step)),
    "printf '\\nAll steps passed.\\n'",
    '',
  ].join('\n\n');
}

/** The version of the AWS CLI is not known before the script runs. */
const IN_BASH: RunFacts = { names: ['live', 'bash'] };

interface Placed {
  readonly page: Page;
  readonly step: Step;
}

function cleanUp(steps: readonly Placed[]): string {
  const scripts = steps.flatMap(({ step }) =>
    step.role === 'cleanup' ? [withAnswers(step.script, step.input)] : [],
  );
  return `tejun_clean_up() {\n${scripts.join('\n')}\n}\ntrap tejun_clean_up EXIT`;
}

function stepText(page: Page, step: Step): string {
  const place = `${step.file ?? page.file}:${step.span.start.line}`;
  const heading = `tejun_step ${quoted(place)} ${quoted(oneLine(step.headings.at(-1) ?? step.id))}`;
  if (step.role === 'elapse') return `${heading}\ntejun_wait ${Math.ceil(step.durationMs / 1000)}`;
  if (step.skip !== undefined) return `${heading}\ntejun_skip ${quoted(step.skip)}`;
  return [
    heading,
    `{\n${withAnswers(step.script, step.input)}\n} >"$TEJUN_OUT" 2>"$TEJUN_ERR"; TEJUN_EXIT=$?`,
    'tejun_show',
    ...checks(step),
  ].join('\n');
}

function checks(step: RunnableStep): string[] {
  if (step.role === 'env') return ['tejun_exits 0', 'tejun_silent'];
  if (step.role === 'check') return ['tejun_exits 0', 'tejun_equal'];
  const [example, ...others] = resultsOf(step);
  if (others.length > 0) return [`tejun_meets ${resultsOf(step).map(sign).join(' ')}`];
  const error = example && awsError(example);
  if (error) return [`tejun_fails_with ${quoted(error)}`];
  const shows =
    step.role === 'command' && step.shows !== undefined ? [`tejun_shows ${quoted(step.shows)}`] : [];
  return [`tejun_exits ${example?.exit ?? 0}`, ...shows];
}

/** Tells one of several results from the others: the AWS error that it shows, or its exit code. */
const sign = (example: ResultExample): string => quoted(awsError(example) ?? String(example.exit ?? 0));

/** The part of an AWS error that holds in every account: code and operation. */
const awsError = ({ body }: ResultExample): string | undefined =>
  /An error occurred \([\w.]+\) when calling the \w+ operation/.exec(body)?.[0];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
