import type {
  AssociateKmsKeyRequest,
  CreateLogGroupRequest,
  DeleteLogGroupRequest,
  DeleteRetentionPolicyRequest,
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  DisassociateKmsKeyRequest,
  LogGroup as LogGroupShape,
  PutRetentionPolicyRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { checkLogName, findLogGroup, logGroupArn, onAllLogs, onLogGroup } from './find-log-group.ts';
import { checkLogTags } from './log-tag-rules.ts';
import {
  describeLimit,
  logClass,
  logGroupName,
  logGroupPattern,
  logsKeyId,
  nextLogsToken,
  retentionDays,
} from './logs-constraints.ts';
import { invalidLogsParameter, invalidLogsToken, logGroupExists } from './logs-errors.ts';
import { checkLogsKey } from './logs-key.ts';
import { eventsOf, type LogGroup, logsIn } from './logs-state.ts';

/** API reference, DescribeLogGroups: "If you don't specify a value, the default is up to 50 items." */
const PAGE = 50;
/** Events count once they have been there for a day: AWS counts with a delay, of which it tells no length. */
const COUNTED_MS = 86_400_000;
/** API reference, PutLogEvents: each event has 26 bytes beside its message. */
export const EVENT_OVERHEAD = 26;

export default {
  CreateLogGroup: defineOperation<CreateLogGroupRequest, object>({
    constraints: { logGroupName, logGroupClass: logClass, kmsKeyId: logsKeyId },
    reads: ['tags'],
    access: {
      ...onLogGroup<CreateLogGroupRequest>('CreateLogGroup'),
      conditions: ({ input }) => requestTagConditions(toTagList(input.tags)),
    },
    handle: async (context) => {
      const { input, region, clock } = context;
      const { logGroupName: name = '', tags = {}, kmsKeyId } = input;
      checkLogName(name);
      const { groups } = logsIn(context);
      if (groups.has(name)) throw logGroupExists();
      checkLogTags(new Map(Object.entries(tags)));
      const arn = logGroupArn(context, name);
      const keyArn = kmsKeyId === undefined ? undefined : await checkLogsKey(context, kmsKeyId, arn);
      groups.set(name, {
        name,
        arn,
        region,
        created: clock.account().getTime(),
        logClass: input.logGroupClass ?? 'STANDARD',
        keyArn,
        tags: new Map(Object.entries(tags)),
        streams: new Map(),
        metricFilters: new Map(),
      });
      return {};
    },
  }),
  DeleteLogGroup: defineOperation<DeleteLogGroupRequest, object>({
    constraints: { logGroupName },
    access: onLogGroup('DeleteLogGroup'),
    handle: (context) => {
      logsIn(context).groups.delete(findLogGroup(context).name);
      return {};
    },
  }),
  DescribeLogGroups: defineOperation<DescribeLogGroupsRequest, DescribeLogGroupsResponse>({
    constraints: {
      logGroupNamePrefix: logGroupName,
      logGroupNamePattern: logGroupPattern,
      limit: describeLimit,
      nextToken: nextLogsToken,
      logGroupClass: logClass,
    },
    access: onAllLogs('DescribeLogGroups'),
    handle: (context) => {
      const { logGroupNamePrefix = '', logGroupNamePattern = '', logGroupClass } = context.input;
      if (logGroupNamePrefix !== '' && logGroupNamePattern !== '')
        throw invalidLogsParameter(
          'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
        );
      // API reference: a pattern is a substring, whatever the case of its letters.
      const part = logGroupNamePattern.toLowerCase();
      const found = [...logsIn(context).groups.values()].filter(
        (group) =>
          group.name.startsWith(logGroupNamePrefix) &&
          group.name.toLowerCase().includes(part) &&
          (logGroupClass === undefined || group.logClass === logGroupClass),
      );
      const { limit = PAGE, nextToken } = context.input;
      const page = paginate(
        sortedBy(found, ({ name }) => name),
        ({ name }) => name,
        limit,
        nextToken,
      );
      if (!page) throw invalidLogsToken();
      const now = context.clock.account().getTime();
      return { logGroups: page.items.map((group) => describe(group, now)), nextToken: page.next };
    },
  }),
  PutRetentionPolicy: defineOperation<PutRetentionPolicyRequest, object>({
    constraints: { logGroupName },
    reads: ['retentionInDays'],
    access: onLogGroup('PutRetentionPolicy'),
    handle: (context) => {
      const group = findLogGroup(context);
      const { retentionInDays = 0 } = context.input;
      // In the form of all values that are not in a list.
      if (!retentionDays.includes(retentionInDays))
        throw invalidLogsParameter(
          `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${retentionDays.join(', ')}]`,
        );
      group.retentionDays = retentionInDays;
      return {};
    },
  }),
  DeleteRetentionPolicy: defineOperation<DeleteRetentionPolicyRequest, object>({
    constraints: { logGroupName },
    access: onLogGroup('DeleteRetentionPolicy'),
    handle: (context) => {
      delete findLogGroup(context).retentionDays;
      return {};
    },
  }),
  AssociateKmsKey: defineOperation<AssociateKmsKeyRequest, object>({
    constraints: { logGroupName, kmsKeyId: logsKeyId },
    access: onLogGroup('AssociateKmsKey'),
    handle: async (context) => {
      const group = findLogGroup(context);
      group.keyArn = await checkLogsKey(context, context.input.kmsKeyId ?? '', group.arn);
      return {};
    },
  }),
  DisassociateKmsKey: defineOperation<DisassociateKmsKeyRequest, object>({
    constraints: { logGroupName },
    access: onLogGroup('DisassociateKmsKey'),
    handle: (context) => {
      delete findLogGroup(context).keyArn;
      return {};
    },
  }),
};

function describe(group: LogGroup, now: number): LogGroupShape {
  return {
    logGroupName: group.name,
    creationTime: group.created,
    retentionInDays: group.retentionDays,
    metricFilterCount: group.metricFilters.size,
    arn: `${group.arn}:*`,
    storedBytes: storedBytes(group, now),
    kmsKeyId: group.keyArn,
    logGroupClass: group.logClass as LogGroupShape['logGroupClass'],
    logGroupArn: group.arn,
    deletionProtectionEnabled: false,
  };
}

function storedBytes(group: LogGroup, now: number): number {
  const counted = [...group.streams.values()]
    .flatMap((stream) => eventsOf(stream, group, now))
    .filter(({ ingested }) => ingested <= now - COUNTED_MS);
  const encoder = new TextEncoder();
  return counted.reduce((sum, { message }) => sum + encoder.encode(message).length + EVENT_OVERHEAD, 0);
}

export function toTagList(tags: Readonly<Record<string, string>> = {}) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
