/** A request that cannot be carried out as given. The message is for the person who typed it; exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
