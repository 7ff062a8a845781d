import type { Page, ResultExample, RunnableStep, Step } from './types.ts';

/** Facts of a run that the conditions `only=` and `not=` name. */
export interface RunFacts {
  /** Target and shell: `sandbox`, `simulated`. A recording counts as what it was recorded from, too. */
  readonly names: readonly string[];
  /** Version of the AWS CLI: `2.9.19`; absent where it is not known. */
  readonly cli?: string;
}

/** Conditions of a step or of a result example. Each is a name, `cli2`, or `cli>=2.15`. */
export interface Conditions {
  /** One of them must hold. */
  readonly only?: readonly string[];
  /** None of them may hold. */
  readonly not?: readonly string[];
}

export const CONDITION_NAMES = ['sandbox', 'recording', 'live', 'simulated', 'bash'];
const CLI = /^cli(?<operator>>=|<=|=|>|<)?(?<version>\d+(?:\.\d+){0,2})$/;

/** Reads the value of `only=` or `not=`; undefined where a part of it is no condition. */
export function readConditions(value: string): readonly string[] | undefined {
  const parts = value.split(',').map((part) => part.trim());
  return parts.every((part) => CONDITION_NAMES.includes(part) || CLI.test(part)) ? parts : undefined;
}

/** Finds the condition because of which a step does not run: `only=bash`; undefined where it runs. */
export function failedCondition({ only, not }: Conditions, facts: RunFacts): string | undefined {
  if (only && !only.some((one) => holds(one, facts))) return `only=${only.join(',')}`;
  const excluded = not?.find((one) => holds(one, facts));
  return excluded && `not=${excluded}`;
}

function holds(condition: string, { names, cli }: RunFacts): boolean {
  const { operator = '=', version = '' } = CLI.exec(condition)?.groups ?? {};
  if (version === '') return names.includes(condition);
  if (cli === undefined) return false;
  const order = compareVersions(cli, version);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    default:
      return order === 0;
  }
}

/** Compares as many parts as `wanted` has: every 2.15.x equals 2.15. */
function compareVersions(version: string, wanted: string): number {
  const parts = version.split('.').map(Number);
  const differing = wanted
    .split('.')
    .map((part, index) => (parts[index] ?? 0) - Number(part))
    .find((difference) => difference !== 0);
  return differing ?? 0;
}

/** A page as a run has it: steps that do not run say so in English, and results are those of its circumstances. */
export const pageForRun = (page: Page, facts: RunFacts): Page => ({
  ...page,
  steps: page.steps.map((step) => stepForRun(step, facts, 'en')),
});

/** A step as a run has it, with the reason where it does not run in the language of `locale`. One whose results are all for other runs has no result, and no alternatives either. */
export function stepForRun<S extends Step>(step: S, facts: RunFacts, locale: string): S {
  if (step.role === 'elapse') return step;
  const runnable: RunnableStep = step;
  const failed = failedCondition(runnable, facts);
  if (failed && runnable.skip === undefined) return { ...step, skip: notRunReason(failed, facts, locale) };
  if (!('result' in runnable) || !runnable.result) return step;
  const [result, ...alternatives] = resultsOf(runnable).filter((one) => !failedCondition(one, facts));
  const { result: _, alternatives: __, ...rest } = runnable;
  if (!result) return { ...rest, alternatives } as RunnableStep as S;
  return { ...rest, result, ...(alternatives.length > 0 && { alternatives }) } as RunnableStep as S;
}

/** All result examples of a step, in the order of the page. */
export function resultsOf(step: Step): readonly ResultExample[] {
  if (!('result' in step) || !step.result) return [];
  return [step.result, ...(step.alternatives ?? [])];
}

function notRunReason(condition: string, { names, cli }: RunFacts, locale: string): string {
  const here = [...names, ...(cli === undefined ? [] : [`cli${cli}`])].join(', ');
  return locale === 'ja'
    ? `ここでは実行しません (${condition}、ここは${here})。`
    : `It does not run here (${condition}; here: ${here})`;
}

/**
 * Tells whether a run compares what a step prints: with its result example or `shows=`, or, for a check, the values with each other.
 * Of any other step, a run only knows whether it failed.
 */
export function isCompared(step: Step): boolean {
  if (step.role === 'check') return true;
  if (step.role !== 'command') return false;
  return step.shows !== undefined || (step.result !== undefined && step.result.match !== 'none');
}

/** Tells whether a step runs unseen: set-up and clean-up stand on no page. */
export const isHidden = ({ role }: Pick<Step, 'role'>): boolean => role === 'setup' || role === 'cleanup';
