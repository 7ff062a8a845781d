import type {
  DeleteRuleRequest,
  DescribeRuleRequest,
  DescribeRuleResponse,
  DisableRuleRequest,
  EnableRuleRequest,
  ListRuleNamesByTargetRequest,
  ListRuleNamesByTargetResponse,
  ListRulesRequest,
  ListRulesResponse,
  PutRuleRequest,
  PutRuleResponse,
  Rule,
} from '@aws-sdk/client-eventbridge';
import { passRole, requestTagConditions } from '../../authorization/index.ts';
import { parseEventPattern } from '../../event-pattern/index.ts';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { parseSchedule } from '../../schedule-expression/index.ts';
import {
  busListLimit,
  busNameOrArn,
  eventsArn,
  eventsRole,
  eventsToken,
  eventTags,
  ruleDescription,
  ruleName,
  ruleState,
  scheduleExpression,
} from './events-constraints.ts';
import { eventsValidationError, invalidEventsToken } from './events-errors.ts';
import { DEFAULT_BUS, type EventRule } from './events-state.ts';
import { busNameOf, findBus, findRule, onAllRules, onRule, ruleArn } from './find-bus.ts';

const PAGE = 100;

export default {
  PutRule: defineOperation<PutRuleRequest, PutRuleResponse>({
    constraints: {
      Name: ruleName,
      ScheduleExpression: scheduleExpression,
      State: ruleState,
      Description: ruleDescription,
      RoleArn: eventsRole,
      Tags: eventTags,
      EventBusName: busNameOrArn,
    },
    reads: ['EventPattern'],
    access: {
      ...onRule<PutRuleRequest>('PutRule'),
      conditions: (context) => ({
        ...onRule<PutRuleRequest>('PutRule').conditions(context),
        ...patternConditions(context.input.EventPattern),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const { input, clock, require } = context;
      checkRule(input);
      const bus = findBus(context, input.EventBusName);
      if (input.RoleArn !== undefined) require(passRole(input.RoleArn, 'events.amazonaws.com'));
      const name = input.Name ?? '';
      const now = clock.account().getTime();
      const old = bus.rules.get(name);
      const goesOn = old?.enabled && old.schedule === input.ScheduleExpression;
      const rule: EventRule = {
        name,
        arn: ruleArn(context, bus.name, name),
        bus: bus.name,
        description: input.Description,
        pattern: input.EventPattern,
        schedule: input.ScheduleExpression,
        roleArn: input.RoleArn,
        enabled: input.State !== 'DISABLED',
        // API reference: tags of a rule that is there are not changed.
        tags: old?.tags ?? new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        targets: old?.targets ?? new Map(),
        since: goesOn ? old.since : now,
        firedUntil: goesOn ? old.firedUntil : now,
      };
      bus.rules.set(name, rule);
      return { RuleArn: rule.arn };
    },
  }),
  DeleteRule: defineOperation<DeleteRuleRequest, object>({
    constraints: { Name: ruleName, EventBusName: busNameOrArn },
    // Matters for rules that a service manages: there are none.
    reads: ['Force'],
    access: onRule('DeleteRule'),
    handle: (context) => {
      const { Name = '', EventBusName } = context.input;
      const { rules } = findBus(context, EventBusName);
      const targets = rules.get(Name)?.targets.size ?? 0;
      if (targets > 0) throw eventsValidationError("Rule can't be deleted since it has targets.");
      // To delete what is not there is no error.
      rules.delete(Name);
      return {};
    },
  }),
  DescribeRule: defineOperation<DescribeRuleRequest, DescribeRuleResponse>({
    constraints: { Name: ruleName, EventBusName: busNameOrArn },
    access: onRule('DescribeRule'),
    handle: (context) => ({ ...describe(findRule(context)), CreatedBy: context.state.account.id }),
  }),
  ListRules: defineOperation<ListRulesRequest, ListRulesResponse>({
    constraints: {
      NamePrefix: ruleName,
      EventBusName: busNameOrArn,
      NextToken: eventsToken,
      Limit: busListLimit,
    },
    access: onAllRules('ListRules'),
    handle: (context) => {
      const { NamePrefix = '', EventBusName } = context.input;
      const { rules } = findBus(context, EventBusName);
      const found = [...rules.values()].filter(({ name }) => name.startsWith(NamePrefix));
      const page = pageOf(found, context.input);
      return { Rules: page.items.map(describe), NextToken: page.next };
    },
  }),
  ListRuleNamesByTarget: defineOperation<ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse>({
    constraints: {
      TargetArn: eventsArn,
      EventBusName: busNameOrArn,
      NextToken: eventsToken,
      Limit: busListLimit,
    },
    access: onAllRules('ListRuleNamesByTarget'),
    handle: (context) => {
      const { TargetArn, EventBusName } = context.input;
      const { rules } = findBus(context, EventBusName);
      const found = [...rules.values()].filter(({ targets }) =>
        [...targets.values()].some(({ Arn }) => Arn === TargetArn),
      );
      const page = pageOf(found, context.input);
      return { RuleNames: page.items.map(({ name }) => name), NextToken: page.next };
    },
  }),
  EnableRule: defineOperation<EnableRuleRequest, object>({
    constraints: { Name: ruleName, EventBusName: busNameOrArn },
    access: onRule('EnableRule'),
    handle: (context) => {
      const rule = findRule(context);
      const now = context.clock.account().getTime();
      if (!rule.enabled) Object.assign(rule, { enabled: true, since: now, firedUntil: now });
      return {};
    },
  }),
  DisableRule: defineOperation<DisableRuleRequest, object>({
    constraints: { Name: ruleName, EventBusName: busNameOrArn },
    access: onRule('DisableRule'),
    handle: (context) => {
      findRule(context).enabled = false;
      return {};
    },
  }),
};

/** Texts that users of AWS quote, but for the last: recorded on AWS. */
function checkRule({ EventPattern, ScheduleExpression, EventBusName }: PutRuleRequest): void {
  if (EventPattern === undefined && ScheduleExpression === undefined)
    throw eventsValidationError('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (EventPattern !== undefined) parseEventPattern(EventPattern);
  if (ScheduleExpression === undefined) return;
  if (busNameOf(EventBusName) !== DEFAULT_BUS)
    throw eventsValidationError('ScheduleExpression is supported only on the default event bus.');
  if (!parseSchedule(ScheduleExpression))
    throw eventsValidationError('Parameter ScheduleExpression is not valid.');
}

/** Condition keys of the values that a pattern asks for. */
function patternConditions(text: string | undefined) {
  if (text === undefined) return {};
  const { fields } = parseEventPattern(text);
  const valuesOf = (name: string) => {
    const wanted = fields.get(name);
    if (!Array.isArray(wanted)) return undefined;
    return wanted.flatMap((one) =>
      one.kind === 'equals' && typeof one.value === 'string' ? [one.value] : [],
    );
  };
  return { 'events:source': valuesOf('source'), 'events:detail-type': valuesOf('detail-type') };
}

function describe(rule: EventRule): Rule {
  return {
    Name: rule.name,
    Arn: rule.arn,
    EventPattern: rule.pattern,
    ScheduleExpression: rule.schedule,
    State: rule.enabled ? 'ENABLED' : 'DISABLED',
    Description: rule.description,
    RoleArn: rule.roleArn,
    EventBusName: rule.bus,
  };
}

function pageOf(rules: readonly EventRule[], { Limit = PAGE, NextToken }: ListRulesRequest) {
  const page = paginate(
    sortedBy(rules, ({ name }) => name),
    ({ name }) => name,
    Limit,
    NextToken,
  );
  if (!page) throw invalidEventsToken();
  return page;
}
