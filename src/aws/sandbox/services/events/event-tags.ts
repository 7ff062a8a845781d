import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-eventbridge';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, type ResourceScope } from '../../operation/index.ts';
import { eventsArn, eventTagKeys, eventTags } from './events-constraints.ts';
import { eventsValidationError, noSuchRule } from './events-errors.ts';
import { busesIn, DEFAULT_BUS } from './events-state.ts';
import { eventTagConditions, findBus } from './find-bus.ts';

type Input = { readonly ResourceARN?: string | undefined };

export default {
  ListTagsForResource: defineOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>({
    constraints: { ResourceARN: eventsArn },
    access: onTagged('ListTagsForResource'),
    handle: (context) => ({ Tags: [...findTags(context)].map(([Key, Value]) => ({ Key, Value })) }),
  }),
  TagResource: defineOperation<TagResourceRequest, object>({
    constraints: { ResourceARN: eventsArn, Tags: eventTags },
    access: {
      ...onTagged<TagResourceRequest>('TagResource'),
      conditions: (context) => ({
        ...onTagged('TagResource').conditions(context),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const tags = findTags(context);
      for (const { Key = '', Value = '' } of context.input.Tags ?? []) tags.set(Key, Value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    constraints: { ResourceARN: eventsArn, TagKeys: eventTagKeys },
    access: {
      ...onTagged<UntagResourceRequest>('UntagResource'),
      conditions: (context) => ({
        ...onTagged('UntagResource').conditions(context),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const tags = findTags(context);
      for (const key of context.input.TagKeys ?? []) tags.delete(key);
      return {};
    },
  }),
};

/** An action on the bus or the rule whose ARN the input has. */
function onTagged<Given extends Input>(action: string) {
  return {
    action: `events:${action}`,
    namesResource: true,
    resource: ({ input }: OperationContext<Given>) => input.ResourceARN ?? '',
    conditions: (context: OperationContext<Given>) => {
      const place = placeOf(context.input.ResourceARN);
      const bus = busesIn(context).get(place.bus);
      return eventTagConditions(place.rule === undefined ? bus?.tags : bus?.rules.get(place.rule)?.tags);
    },
  };
}

/** Finds the tags of a bus or a rule. Throws ResourceNotFoundException. */
function findTags(context: ResourceScope & { readonly input: Input }): Map<string, string> {
  const { ResourceARN = '' } = context.input;
  // Our wording.
  if (!/^arn:aws:events:[^:]*:\d{12}:(rule|event-bus)\/./.test(ResourceARN))
    throw eventsValidationError('Parameter ResourceARN is not valid.');
  const { bus, rule } = placeOf(ResourceARN);
  const found = findBus(context, bus);
  if (rule === undefined) return found.tags;
  const tagged = found.rules.get(rule);
  if (!tagged) throw noSuchRule(rule, bus);
  return tagged.tags;
}

function placeOf(arn = ''): { readonly bus: string; readonly rule?: string } {
  const [kind = '', ...parts] = arn.split(':').slice(5).join(':').split('/');
  if (kind === 'event-bus') return { bus: parts.join('/') };
  return { bus: parts.length > 1 ? (parts[0] ?? '') : DEFAULT_BUS, rule: parts.at(-1) ?? '' };
}
