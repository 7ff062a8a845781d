/** A filter policy that SNS refuses, in its words. */
export class FilterPolicyError extends Error {
  override readonly name = 'FilterPolicyError';
}
