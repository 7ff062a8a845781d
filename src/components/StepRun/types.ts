import type { SessionStepOutcome, StepRef } from '../../session/types.ts';

/** Run state of a step, reported by the session. */
export interface StepState {
  readonly status?: SessionStepOutcome['status'];
  /** It was done before, and its outcome is not shown. */
  readonly isDone: boolean;
  readonly isWaiting: boolean;
}

export interface StepProps {
  readonly step: string;
  /** The last press of a button: another object each time. */
  readonly request?: { readonly toTheEnd: boolean };
  onStateChange(standing: StepState): void;
}

/** A requested run that misses steps before it. */
export interface RunRequest {
  readonly missing: readonly StepRef[];
  readonly wanted: readonly StepRef[];
}
