import type { PolicyVariables } from '../variables.ts';

/** Whether a value of the request and one of the policy go together. */
export interface OperatorComparison {
  readonly holds: (actual: string, wanted: string, variables: PolicyVariables) => boolean;
  /** `StringNotEquals` and its like: true where no value of the policy goes together with the request's. */
  readonly negated: boolean;
}
