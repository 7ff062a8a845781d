import { validationError } from '../cloudformation-errors.ts';
import {
  documentText,
  integerValue,
  json,
  list,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeTags, tagsIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

/** Members of a target that EventBridge takes by the same names; the operation refuses what it does not simulate. */
const TARGET = object(
  {
    Arn: text,
    Id: text,
    Input: text,
    InputPath: text,
    InputTransformer: object({ InputPathsMap: json, InputTemplate: text }, ['InputTemplate']),
    RoleArn: text,
    SqsParameters: object({ MessageGroupId: text }),
    DeadLetterConfig: object({ Arn: text }),
    RetryPolicy: object({ MaximumEventAgeInSeconds: integerValue, MaximumRetryAttempts: integerValue }),
  },
  ['Arn', 'Id'],
);

const rule: ResourceType = {
  properties: {
    Name: replaced(text),
    EventBusName: replaced(text),
    Description: updated(text),
    EventPattern: updated(json),
    RoleArn: updated(text),
    ScheduleExpression: updated(text),
    State: updated(text),
    Targets: updated(list(TARGET)),
    Tags: updated(tagList),
  },
  attributes: ['Arn'],
  nameProperty: 'Name',
  create: async (values, context) => {
    const Name = String(values.Name ?? context.newName(64));
    const Tags = tagsIn(values);
    const arn = textAt(await putRule(Name, values, context, Tags.length > 0 ? { Tags } : {}), 'RuleArn');
    await putTargets(Name, values, context);
    return { id: Name, attributes: { Arn: arn } };
  },
  updates: [
    async (change, context) => {
      const { id, before, after } = change;
      const arn = textAt(await putRule(id, after, context), 'RuleArn');
      const kept = targetsIn(after).map(({ Id }) => Id);
      const gone = targetsIn(before).filter(({ Id }) => !kept.includes(Id));
      await removeTargets(id, gone, after, context);
      if (!sameValue(before.Targets, after.Targets)) await putTargets(id, after, context);
      await changeTags(
        change,
        (Tags) => context.call('events', 'TagResource', { ResourceARN: arn, Tags }),
        (TagKeys) => context.call('events', 'UntagResource', { ResourceARN: arn, TagKeys }),
      );
    },
  ],
  delete: async (id, values, context) => {
    await removeTargets(id, targetsIn(values), values, context);
    await context.call('events', 'DeleteRule', { Name: id, ...busOf(values) });
  },
};

const targetsIn = ({ Targets = [] }: Values) => Targets as readonly Values[];
const busOf = ({ EventBusName }: Values) => (EventBusName === undefined ? {} : { EventBusName });

function putRule(
  Name: string,
  values: Values,
  { call }: ResourceContext,
  more: Values = {},
): Promise<Values> {
  const { Description, EventPattern, RoleArn, ScheduleExpression, State } = values;
  return call('events', 'PutRule', {
    ...{ Name, ...busOf(values), ...more },
    ...(Description !== undefined && { Description }),
    ...(EventPattern !== undefined && { EventPattern: documentText(EventPattern) }),
    ...(RoleArn !== undefined && { RoleArn }),
    ...(ScheduleExpression !== undefined && { ScheduleExpression }),
    ...(State !== undefined && { State }),
  });
}

async function putTargets(Rule: string, values: Values, { call }: ResourceContext): Promise<void> {
  const Targets = targetsIn(values);
  if (Targets.length === 0) return;
  const { FailedEntries = [] } = await call('events', 'PutTargets', { Rule, ...busOf(values), Targets });
  const [failed] = FailedEntries as readonly Values[];
  if (failed) throw validationError(String(failed.ErrorMessage));
}

async function removeTargets(
  Rule: string,
  targets: readonly Values[],
  values: Values,
  { call }: ResourceContext,
): Promise<void> {
  if (targets.length > 0)
    await call('events', 'RemoveTargets', { Rule, ...busOf(values), Ids: targets.map(({ Id }) => Id) });
}

export default { 'AWS::Events::Rule': rule };
