import type {
  ListTagsForResourceInput,
  ListTagsForResourceOutput,
  TagResourceInput,
  UntagResourceInput,
} from '@aws-sdk/client-cloudwatch';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { alarmsIn } from './alarm-state.ts';
import * as rules from './cloudwatch-constraints.ts';
import { noSuchTaggedAlarm } from './cloudwatch-errors.ts';
import { tagConditions } from './find-alarm.ts';

interface Tagged {
  readonly ResourceARN: string | undefined;
}

const onTagged = <Input extends Tagged>(action: string) => ({
  action: `cloudwatch:${action}`,
  namesResource: true,
  resource: ({ input }: OperationContext<Input>) => input.ResourceARN ?? '',
  conditions: (context: OperationContext<Input>) => tagConditions(context, nameIn(context.input)),
});

export default {
  /** Recorded on AWS: of an alarm that is gone there are none, which is no error. */
  ListTagsForResource: defineOperation<ListTagsForResourceInput, ListTagsForResourceOutput>({
    constraints: { ResourceARN: rules.anyArn },
    access: onTagged('ListTagsForResource'),
    handle: (context) => {
      const tags = alarmsIn(context).alarms.get(nameIn(context.input))?.tags ?? [];
      return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  }),
  TagResource: defineOperation<TagResourceInput, object>({
    constraints: { ResourceARN: rules.anyArn, Tags: rules.tags },
    access: {
      ...onTagged<TagResourceInput>('TagResource'),
      conditions: (context) => ({
        ...tagConditions(context, nameIn(context.input)),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const tags = tagsOf(context);
      for (const { Key = '', Value = '' } of context.input.Tags ?? []) tags.set(Key, Value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceInput, object>({
    constraints: { ResourceARN: rules.anyArn, TagKeys: rules.tagKeys },
    access: {
      ...onTagged<UntagResourceInput>('UntagResource'),
      conditions: (context) => ({
        ...tagConditions(context, nameIn(context.input)),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const tags = tagsOf(context);
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
};

/** The name of the alarm in an ARN. */
function nameIn({ ResourceARN = '' }: Tagged): string {
  return ResourceARN.split(':').slice(6).join(':');
}

function tagsOf(context: OperationContext<Tagged>): Map<string, string> {
  const alarm = alarmsIn(context).alarms.get(nameIn(context.input));
  if (!alarm) throw noSuchTaggedAlarm(context.input.ResourceARN ?? '');
  return alarm.tags;
}
