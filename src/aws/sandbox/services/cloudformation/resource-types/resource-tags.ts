import type { PropertyChange, ResourceContext, ResourceTag, Values } from './types.ts';

/** The tags of a resource; none is an empty list. */
export function tagsIn(values: Values): readonly ResourceTag[] {
  return (values.Tags as readonly ResourceTag[] | undefined) ?? [];
}

/** The same as operations take them that have a map of tags. */
export function tagMapIn(values: Values): Record<string, string> {
  return Object.fromEntries(tagsIn(values).map(({ Key, Value }) => [Key, Value]));
}

/** The tags to set and the keys to remove for a change; both are empty where nothing changes. */
function tagChanges({ before, after }: Pick<PropertyChange, 'before' | 'after'>): {
  readonly set: readonly ResourceTag[];
  readonly removed: readonly string[];
} {
  const old = tagMapIn(before);
  const now = tagMapIn(after);
  return {
    set: tagsIn(after).filter(({ Key, Value }) => old[Key] !== Value),
    removed: Object.keys(old).filter((key) => !Object.hasOwn(now, key)),
  };
}

/** Calls `set` and `remove` where there is something for them to do. */
export async function changeTags(
  change: Pick<PropertyChange, 'before' | 'after'>,
  set: (tags: readonly ResourceTag[]) => Promise<unknown>,
  remove: (keys: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const changes = tagChanges(change);
  if (changes.removed.length > 0) await remove(changes.removed);
  if (changes.set.length > 0) await set(changes.set);
}

/** The member of a request that tags what it makes. */
export function tagSpecifications(ResourceType: string, values: Values): Values {
  const Tags = tagsIn(values);
  return Tags.length > 0 ? { TagSpecifications: [{ ResourceType, Tags }] } : {};
}

export function changeEc2Tags(change: PropertyChange, { call }: ResourceContext): Promise<void> {
  const Resources = [change.id];
  return changeTags(
    change,
    (Tags) => call('ec2', 'CreateTags', { Resources, Tags }),
    (keys) => call('ec2', 'DeleteTags', { Resources, Tags: keys.map((Key) => ({ Key })) }),
  );
}
