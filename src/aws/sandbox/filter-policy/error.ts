/** A filter policy or an event pattern that AWS refuses, in its words. */
export class FilterPolicyError extends Error {
  override readonly name = 'FilterPolicyError';
}
