import type { Tag } from '@aws-sdk/client-sns';

/** Tags of a request by their keys. */
export function tagsOf(tags: readonly Tag[] | undefined): Map<string, string> {
  return new Map((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The condition keys of the tags in a request. */
export function tagKeys(tags: readonly Tag[] | undefined): Record<string, string | readonly string[]> {
  const given = [...tagsOf(tags)];
  if (given.length === 0) return {};
  return {
    'aws:TagKeys': given.map(([key]) => key),
    ...Object.fromEntries(given.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
}
