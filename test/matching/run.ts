import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actual, type MatchContext, match, type Verdict } from '../../src/matching/index.ts';
import type { MatchMode, ResultExample, Stream } from '../../src/procedure/types.ts';

/** The instant that comparisons happen at where a test does not say another. */
const NOW = new Date('2026-01-05T00:00:00Z');

const START = { line: 1, column: 1, offset: 0 };
const NOWHERE = { start: START, end: START };

export const example = (
  form: 'json' | 'text',
  body: string,
  rest: Partial<Pick<ResultExample, 'match' | 'from' | 'exit' | 'reason'>> = {},
): ResultExample => ({ form, body, span: NOWHERE, bodySpan: NOWHERE, ...rest });

export const context = (rest: Partial<MatchContext> = {}): MatchContext => ({
  now: NOW,
  bindings: new Map(),
  ...rest,
});

export const printed = (stdout: string, rest: Partial<Actual> = {}): Actual => ({
  stdout,
  stderr: '',
  exitCode: 0,
  ...rest,
});

export const matchText = (body: string, stdout: string, rest: Partial<MatchContext> = {}): Verdict =>
  match(example('text', body), printed(stdout), context(rest));

export const matchJson = (wanted: unknown, got: unknown, rest: Partial<MatchContext> = {}): Verdict =>
  match(
    example('json', JSON.stringify(wanted, null, 4)),
    printed(JSON.stringify(got, null, 4)),
    context(rest),
  );

/** One folder of test/fixtures/matching: an example, what was printed, and whether it must pass. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly passed: boolean;
  readonly run: () => Verdict;
}

interface Run {
  readonly passed: boolean;
  readonly exitCode: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly match?: MatchMode;
  readonly from?: Stream;
  readonly exit?: number;
  readonly context?: {
    readonly now?: string;
    readonly durationSeconds?: number;
    readonly accountData?: string[];
  };
}

export function cases(root: string): Case[] {
  const groups = readdirSync(root).sort();
  return groups.flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => readCase(`${group}/${name}`, join(root, group, name))),
  );
}

function readCase(name: string, folder: string): Case {
  const form = readdirSync(folder).includes('example.json') ? 'json' : 'text';
  const body = readFileSync(join(folder, form === 'json' ? 'example.json' : 'example.txt'), 'utf8').replace(
    /\n$/,
    '',
  );
  const run = JSON.parse(readFileSync(join(folder, 'actual.json'), 'utf8')) as Run;
  const { match: mode, from, exit, context: given = {} } = run;
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  const actual: Actual = { stdout: text(run.stdout), stderr: text(run.stderr), exitCode: run.exitCode };
  const strings = given.accountData && new Set(given.accountData);
  const within = context({
    now: new Date(given.now ?? NOW),
    durationSeconds: given.durationSeconds,
    accountData: strings && { strings, compare: 'form' },
  });
  return {
    name,
    folder,
    passed: run.passed,
    run: () => match(example(form, body, { match: mode, from, exit }), actual, within),
  };
}
