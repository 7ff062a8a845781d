import type { Tag } from '@aws-sdk/client-sns';

/** Tags of a request by their keys. */
export function tagsOf(tags: readonly Tag[] | undefined): Map<string, string> {
  return new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}
