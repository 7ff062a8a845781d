import { say } from '../language/say.ts';
import { readAnswers } from './answers.ts';
import { readFileName } from './file-step.ts';
import { CONDITION_NAMES, readConditions } from './run-facts.ts';
import type { MatchMode, ResultExample, Stream } from './types.ts';

export interface StepAttributes {
  readonly id?: string;
  readonly timeoutMs?: number;
  readonly skip?: string;
  readonly replace?: 'off';
  readonly shows?: string;
  readonly input?: readonly string[];
  readonly only?: readonly string[];
  readonly not?: readonly string[];
  /** Path of the file that the fence is. */
  readonly name?: string;
}

export type ResultAttributes = Pick<
  ResultExample,
  'match' | 'reason' | 'from' | 'exit' | 'only' | 'not' | 'case'
>;

export type FenceGroup = 'step' | 'file' | 'result';

/** An attribute that a fence may have: where, with which values. */
export interface Attribute {
  readonly on: readonly FenceGroup[];
  /** The field of the model that it fills. */
  readonly field: keyof StepAttributes | keyof ResultAttributes;
  readonly expected: () => string;
  readonly example: string;
  /** The value as the model holds it; undefined when it makes no sense. */
  read(value: string): string | number | readonly string[] | undefined;
}

const oneOf = (names: readonly string[]) => (value: string) => (names.includes(value) ? value : undefined);
const reason = (value: string) => (value.trim() === '' ? undefined : value);

const CONDITIONS = `${CONDITION_NAMES.join(', ')}, cli2, cli>=2.15`;
const condition = (field: 'only' | 'not', expected: Attribute['expected']): Attribute => ({
  on: ['step', 'result'],
  field,
  expected,
  example: `${field}=${field === 'only' ? 'bash,live' : 'recording'}`,
  read: readConditions,
});

/** All attributes by their names. */
export const attributes: Readonly<Record<string, Attribute>> = {
  id: {
    on: ['step'],
    field: 'id',
    expected: () => say`letters, digits, "-" and "_"`,
    example: 'id=list-buckets',
    read: (value) => (/^[A-Za-z0-9][\w-]*$/.test(value) ? value : undefined),
  },
  timeout: {
    on: ['step'],
    field: 'timeoutMs',
    expected: () => say`a number above 0 with ms, s or m`,
    example: 'timeout=30s',
    read: (value) => readDuration(value, { ms: 1, s: 1_000, m: 60_000 }),
  },
  skip: {
    on: ['step'],
    field: 'skip',
    expected: () => say`the reason why the step is not run`,
    example: 'skip="needs a second account"',
    read: reason,
  },
  replace: {
    on: ['step'],
    field: 'replace',
    expected: () => say`off: the script runs with the values that the page shows`,
    example: 'replace=off',
    read: oneOf(['off']),
  },
  shows: {
    on: ['step'],
    field: 'shows',
    expected: () => say`the text that the output contains`,
    example: 'shows="example-bucket"',
    read: reason,
  },
  input: {
    on: ['step'],
    field: 'input',
    expected: () => say`the answers to the prompts, separated by \\n`,
    example: 'input="yes"',
    read: readAnswers,
  },
  file: {
    on: ['file'],
    field: 'name',
    expected: () => say`a path below the working directory, of letters, digits, ".", "_" and "-"`,
    example: 'file=policy.json',
    read: readFileName,
  },
  only: condition('only', () => say`conditions under which it holds, separated by commas: ${CONDITIONS}`),
  not: condition(
    'not',
    () => say`conditions under which it does not hold, separated by commas: ${CONDITIONS}`,
  ),
  case: {
    on: ['result'],
    field: 'case',
    expected: () => say`when the step prints this result`,
    example: 'case="the bucket exists"',
    read: reason,
  },
  match: {
    on: ['result'],
    field: 'match',
    expected: () => say`exact, contains, unordered or none`,
    example: 'match=contains',
    read: oneOf(['exact', 'contains', 'unordered', 'none'] satisfies MatchMode[]),
  },
  from: {
    on: ['result'],
    field: 'from',
    expected: () => say`stdout, stderr or both`,
    example: 'from=stderr',
    read: oneOf(['stdout', 'stderr', 'both'] satisfies Stream[]),
  },
  exit: {
    on: ['result'],
    field: 'exit',
    expected: () => say`an exit code from 0 to 255`,
    example: 'exit=1',
    read: (value) => (/^\d{1,3}$/.test(value) && Number(value) <= 255 ? Number(value) : undefined),
  },
  reason: {
    on: ['result'],
    field: 'reason',
    expected: () => say`why nothing is compared`,
    example: 'match=none reason="differs from run to run"',
    read: reason,
  },
};

/** A number with a unit; undefined when it is none, 0 or beyond what milliseconds can count exactly. */
export function readDuration(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([a-z]+)$/.exec(text.trim()) ?? [];
  const factor = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (amount === undefined || factor === undefined) return undefined;
  const ms = Math.round(Number(amount) * factor);
  return ms > 0 && Number.isSafeInteger(ms) ? ms : undefined;
}
