import { changeTags, tagsIn } from './tags.ts';
import type { Change, ResourceContext, Values } from './types.ts';

/** The member of a request that tags what it makes. */
export function tagSpecifications(ResourceType: string, values: Values): Values {
  const Tags = tagsIn(values);
  return Tags.length > 0 ? { TagSpecifications: [{ ResourceType, Tags }] } : {};
}

export function changeEc2Tags(change: Change, { call }: ResourceContext): Promise<void> {
  const Resources = [change.id];
  return changeTags(
    change,
    (Tags) => call('ec2', 'CreateTags', { Resources, Tags }),
    (keys) => call('ec2', 'DeleteTags', { Resources, Tags: keys.map((Key) => ({ Key })) }),
  );
}
