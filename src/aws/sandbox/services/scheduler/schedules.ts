import type {
  CreateScheduleInput,
  CreateScheduleOutput,
  DeleteScheduleInput,
  GetScheduleInput,
  GetScheduleOutput,
  ListSchedulesInput,
  ListSchedulesOutput,
  UpdateScheduleInput,
  UpdateScheduleOutput,
} from '@aws-sdk/client-scheduler';
import { passRole, trustsService } from '../../authorization/index.ts';
import {
  defineOperation,
  type OperationContext,
  paginate,
  parameterNotSimulated,
  sortedBy,
  unreadPaths,
} from '../../operation/index.ts';
import { findGroup, findSchedule, onList, onSchedule } from './find-schedule.ts';
import { parseScheduleExpression } from './fire-schedules.ts';
import { isScheduleTarget } from './invoke-target.ts';
import * as rules from './scheduler-constraints.ts';
import {
  invalidExpression,
  invalidSchedule,
  invalidSchedulerToken,
  roleNotAssumable,
  scheduleExists,
  scheduleTargetNotSimulated,
} from './scheduler-errors.ts';
import { groupsIn, type ScheduleRecord, scheduleArnOf } from './scheduler-state.ts';

const PAGE = 100;
const SERVICE = 'scheduler.amazonaws.com';
/** The members of a target that are read. Nothing is tried again: what a target refuses is lost. */
const TARGET = ['Arn', 'RoleArn', 'Input', 'RetryPolicy', 'SqsParameters', 'EventBridgeParameters'];
/** API reference, RetryPolicy: the defaults, which a schedule shows. */
const RETRIES = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };
const DATES = ['StartDate', 'EndDate'] as const;

export default {
  CreateSchedule: defineOperation<CreateScheduleInput, CreateScheduleOutput>({
    constraints: rules.scheduleConstraints,
    reads: DATES,
    access: onSchedule('CreateSchedule'),
    handle: (context) => {
      const { Name = '', GroupName } = context.input;
      const group = findGroup(context, GroupName);
      const settings = checkedSettings(context);
      if (group.schedules.has(Name)) throw scheduleExists(Name);
      const created = context.clock.account();
      const arn = scheduleArnOf(context, group.name, Name);
      const now = created.getTime();
      group.schedules.set(Name, {
        ...{ name: Name, group: group.name, region: context.region, arn, settings },
        ...{ created, modified: created },
        since: settings.StartDate?.getTime() ?? now,
        // "If you do not specify a start date, your schedule starts immediately" (User Guide): its first time is now.
        firedUntil: now - 1,
      });
      return { ScheduleArn: arn };
    },
  }),
  GetSchedule: defineOperation<GetScheduleInput, GetScheduleOutput>({
    constraints: { Name: rules.scheduleName, GroupName: rules.scheduleName },
    access: onSchedule('GetSchedule'),
    handle: (context) => {
      const { arn, group, settings, created, modified } = findSchedule(context);
      const { ClientToken: _, ...shown } = settings;
      return { ...shown, Arn: arn, GroupName: group, CreationDate: created, LastModificationDate: modified };
    },
  }),
  ListSchedules: defineOperation<ListSchedulesInput, ListSchedulesOutput>({
    constraints: {
      GroupName: rules.scheduleName,
      NamePrefix: rules.scheduleName,
      State: rules.scheduleState,
      NextToken: rules.listToken,
      MaxResults: rules.maxResults,
    },
    access: onList('ListSchedules'),
    handle: (context) => {
      const { GroupName, NamePrefix = '', State, MaxResults = PAGE, NextToken } = context.input;
      const groups =
        GroupName === undefined ? [...groupsIn(context).values()] : [findGroup(context, GroupName)];
      const found = groups
        .flatMap(({ schedules }) => [...schedules.values()])
        .filter(({ name, settings }) => name.startsWith(NamePrefix) && (!State || settings.State === State));
      const keyOf = ({ group, name }: ScheduleRecord) => `${group}/${name}`;
      const page = paginate(sortedBy(found, keyOf), keyOf, MaxResults, NextToken);
      if (!page) throw invalidSchedulerToken();
      return { Schedules: page.items.map(toSummary), NextToken: page.next };
    },
  }),
  /** Everything is replaced: "all values that you do not specify are set to their defaults" (API reference). */
  UpdateSchedule: defineOperation<UpdateScheduleInput, UpdateScheduleOutput>({
    constraints: rules.scheduleConstraints,
    reads: DATES,
    access: onSchedule('UpdateSchedule'),
    handle: (context) => {
      const schedule = findSchedule(context);
      const settings = checkedSettings(context);
      const modified = context.clock.account();
      const now = modified.getTime();
      Object.assign(schedule, { settings, modified, firedUntil: now });
      schedule.since = settings.StartDate?.getTime() ?? now;
      return { ScheduleArn: schedule.arn };
    },
  }),
  DeleteSchedule: defineOperation<DeleteScheduleInput, object>({
    constraints: { Name: rules.scheduleName, GroupName: rules.scheduleName, ClientToken: rules.clientToken },
    access: onSchedule('DeleteSchedule'),
    handle: (context) => {
      const { name, group } = findSchedule(context);
      findGroup(context, group).schedules.delete(name);
      return {};
    },
  }),
};

/** Settings with what AWS fills in. Throws ValidationException, or says what is not simulated. */
function checkedSettings(context: OperationContext<CreateScheduleInput>): CreateScheduleInput {
  const { input, state } = context;
  const { ScheduleExpression = '', ScheduleExpressionTimezone = 'UTC', StartDate, EndDate } = input;
  const { Mode, MaximumWindowInMinutes } = input.FlexibleTimeWindow ?? {};
  const { Arn = '', RoleArn = '' } = input.Target ?? {};
  const operation = 'CreateSchedule and UpdateSchedule';
  if (!parseScheduleExpression(ScheduleExpression)) throw invalidExpression(ScheduleExpression);
  if (ScheduleExpressionTimezone !== 'UTC')
    throw parameterNotSimulated(
      'scheduler',
      operation,
      `ScheduleExpressionTimezone=${ScheduleExpressionTimezone}`,
    );
  // The texts of these three are ours.
  if (Mode === 'FLEXIBLE' && MaximumWindowInMinutes === undefined)
    throw invalidSchedule('A flexible time window must have MaximumWindowInMinutes.');
  if (Mode === 'OFF' && MaximumWindowInMinutes !== undefined)
    throw invalidSchedule('MaximumWindowInMinutes must not be set where the flexible time window is off.');
  if (StartDate && EndDate && EndDate <= StartDate)
    throw invalidSchedule('The EndDate of a schedule must be after its StartDate.');
  const [unread] = unreadPaths({ ...input.Target }, TARGET);
  if (unread !== undefined) throw parameterNotSimulated('scheduler', operation, `Target.${unread}`);
  if (!isScheduleTarget(Arn)) throw scheduleTargetNotSimulated(Arn);
  context.require(passRole(RoleArn, SERVICE));
  if (!trustsService(RoleArn, SERVICE, state)) throw roleNotAssumable();
  return {
    ...input,
    State: input.State ?? 'ENABLED',
    ScheduleExpressionTimezone,
    ActionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
    Target: { ...input.Target, Arn, RoleArn, RetryPolicy: { ...RETRIES, ...input.Target?.RetryPolicy } },
  };
}

function toSummary({ name, group, arn, settings, created, modified }: ScheduleRecord) {
  return {
    Arn: arn,
    Name: name,
    GroupName: group,
    State: settings.State,
    CreationDate: created,
    LastModificationDate: modified,
    Target: { Arn: settings.Target?.Arn },
  };
}
