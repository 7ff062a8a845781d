import { formatProblem, type Problem } from '../procedure/index.ts';

/** What was asked for cannot be done as asked: the command line's fault. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** Pages or account files that cannot be read: all that is wrong with them, at once. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([...problems.map(formatProblem), '', `${count}. No page was run.`].join('\n'));
    this.problems = problems;
  }
}
