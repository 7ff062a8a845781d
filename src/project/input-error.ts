import { formatProblem, type Problem } from '../procedure/index.ts';
import { UsageError } from './usage-error.ts';

/** Input files that cannot be read, with all of their problems at once. */
export class InputError extends UsageError {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  /** @param consequence one sentence that ends the message: `No page was run.` */
  constructor(problems: readonly Problem[], consequence = 'No page was run.') {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([...problems.map(formatProblem), '', `${count}. ${consequence}`].join('\n'));
    this.problems = problems;
  }
}
