import { counted, say } from '../language/index.ts';
import { formatProblem, type Problem } from '../procedure/index.ts';
import { UsageError } from './usage-error.ts';

/** Input files that cannot be read, with all of their problems at once. */
export class InputError extends UsageError {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  /** @param consequence one sentence that ends the message: `No page was run.` */
  constructor(problems: readonly Problem[], consequence = say`No page was run.`) {
    super(
      [...problems.map(formatProblem), '', say`${counted(problems.length, 'problem')}. ${consequence}`].join(
        '\n',
      ),
    );
    this.problems = problems;
  }
}
