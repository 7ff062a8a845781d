import type { StepRef } from '../../reader/index.ts';

/** What was to be run when steps before it were found missing. */
export interface Asked {
  readonly missing: readonly StepRef[];
  readonly wanted: readonly StepRef[];
}
