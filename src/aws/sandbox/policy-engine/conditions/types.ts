import type { PolicyVariables } from '../patterns.ts';

/** Comparison of a value of the request with one of the policy. */
export interface OperatorComparison {
  readonly holds: (actual: string, wanted: string, variables: PolicyVariables) => boolean;
  /** `StringNotEquals` and its like: true where no value of the policy goes together with the request's. */
  readonly negated: boolean;
}
