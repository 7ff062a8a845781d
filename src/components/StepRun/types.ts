import type { StepOutcome, StepRef } from '../../session/types.ts';

/** What is known of a step by what practises it. */
export interface StepState {
  readonly status?: StepOutcome['status'];
  /** It was done before, and its outcome is not shown. */
  readonly isDone: boolean;
  readonly isWaiting: boolean;
}

export interface StepProps {
  readonly step: string;
  /** The last press of a button: another object each time. */
  readonly pressed?: { readonly toTheEnd: boolean };
  onStateChange(standing: StepState): void;
}

/** What was to be run when steps before it were found missing. */
export interface Asked {
  readonly missing: readonly StepRef[];
  readonly wanted: readonly StepRef[];
}
