/** Reads which items a function's answer names as failed (Developer Guide, "Implementing partial batch responses"): one that cannot be read means all. */
export function failedItems(payload: string, all: readonly string[]): readonly string[] {
  const answer = JSON.parse(payload) as { batchItemFailures?: { itemIdentifier?: unknown }[] | null } | null;
  const ids = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return ids.every((id): id is string => typeof id === 'string' && all.includes(id)) ? ids : all;
}
