import type {
  ListTargetsByRuleRequest,
  ListTargetsByRuleResponse,
  PutTargetsRequest,
  PutTargetsResponse,
  RemoveTargetsRequest,
  RemoveTargetsResponse,
  Target,
} from '@aws-sdk/client-eventbridge';
import { passRole } from '../../authorization/index.ts';
import {
  defineOperation,
  paginate,
  parameterNotSimulated,
  sortedBy,
  unreadPaths,
} from '../../operation/index.ts';
import { isTarget } from './deliver.ts';
import {
  busListLimit,
  busNameOrArn,
  eventsToken,
  ruleName,
  targetIds,
  targets,
} from './events-constraints.ts';
import {
  eventsValidationError,
  invalidEventsToken,
  targetNotSimulated,
  tooManyEventResources,
} from './events-errors.ts';
import { findRule, onRule } from './find-bus.ts';

/** User Guide, "Amazon EventBridge quotas": targets of a rule. */
const MOST_TARGETS = 5;
const PAGE = 100;
/** The members of a target that are read. Retries are none: what a target refuses is lost, or goes to the dead letters. */
const READ = [
  ...['Id', 'Arn', 'RoleArn', 'Input', 'InputPath', 'InputTransformer'],
  ...['SqsParameters', 'DeadLetterConfig', 'RetryPolicy'],
];

export default {
  PutTargets: defineOperation<PutTargetsRequest, PutTargetsResponse>({
    constraints: { Rule: ruleName, EventBusName: busNameOrArn, Targets: targets },
    access: {
      ...onRule<PutTargetsRequest>('PutTargets'),
      conditions: (context) => ({
        ...onRule<PutTargetsRequest>('PutTargets').conditions(context),
        'events:TargetArn': (context.input.Targets ?? []).map(({ Arn = '' }) => Arn),
      }),
    },
    handle: (context) => {
      const rule = findRule(context);
      const given = context.input.Targets ?? [];
      for (const target of given) checkTarget(target);
      for (const { RoleArn } of given)
        if (RoleArn !== undefined) context.require(passRole(RoleArn, 'events.amazonaws.com'));
      const ids = new Set([...rule.targets.keys(), ...given.map(({ Id = '' }) => Id)]);
      if (ids.size > MOST_TARGETS) throw tooManyEventResources();
      for (const target of given) rule.targets.set(target.Id ?? '', target);
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
  }),
  RemoveTargets: defineOperation<RemoveTargetsRequest, RemoveTargetsResponse>({
    constraints: { Rule: ruleName, EventBusName: busNameOrArn, Ids: targetIds },
    reads: ['Force'],
    access: onRule('RemoveTargets'),
    handle: (context) => {
      const rule = findRule(context);
      for (const id of context.input.Ids ?? []) rule.targets.delete(id);
      return { FailedEntryCount: 0, FailedEntries: [] };
    },
  }),
  ListTargetsByRule: defineOperation<ListTargetsByRuleRequest, ListTargetsByRuleResponse>({
    constraints: { Rule: ruleName, EventBusName: busNameOrArn, NextToken: eventsToken, Limit: busListLimit },
    access: onRule('ListTargetsByRule'),
    handle: (context) => {
      const { Limit = PAGE, NextToken } = context.input;
      const idOf = ({ Id = '' }: Target) => Id;
      const page = paginate(sortedBy([...findRule(context).targets.values()], idOf), idOf, Limit, NextToken);
      if (!page) throw invalidEventsToken();
      return { Targets: [...page.items], NextToken: page.next };
    },
  }),
};

function checkTarget(target: Target): void {
  const { Id = '', Arn = '', Input, InputPath, InputTransformer, SqsParameters } = target;
  const [unknown] = unreadPaths({ ...target }, READ);
  if (unknown !== undefined) throw parameterNotSimulated('events', 'PutTargets', `Targets.${unknown}`);
  if (!isTarget(Arn)) throw targetNotSimulated(Arn);
  // A text that users of AWS quote.
  if (Arn.endsWith('.fifo') && Arn.includes(':sqs:') && !SqsParameters?.MessageGroupId)
    throw eventsValidationError(`Parameter(s) SqsParameters must be specified for target: ${Id}.`);
  if ([Input, InputPath, InputTransformer].filter((one) => one !== undefined).length > 1)
    throw eventsValidationError(
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`,
    );
}
