import type { Constraint } from '../../operation/index.ts';

const source = 'botocore, data/scheduler/2021-06-30/service-2.json';

const name = { source, minLength: 1, maxLength: 64, pattern: '^[0-9a-zA-Z-_.]+$' };
export const scheduleName: Constraint = name;
export const clientToken: Constraint = { source, minLength: 1, maxLength: 64, pattern: '^[a-zA-Z0-9-_]+$' };
export const listToken: Constraint = { source, minLength: 1, maxLength: 2048 };
export const maxResults: Constraint = { source, min: 1, max: 100 };
export const scheduleState: Constraint = { source, values: ['ENABLED', 'DISABLED'] };
const tag: Constraint = {
  source,
  members: {
    Key: { source, required: true, minLength: 1, maxLength: 128 },
    Value: { source, required: true, minLength: 1, maxLength: 256 },
  },
};
export const scheduleTags: Constraint = { source, maxLength: 200, item: tag };
export const tagKeys: Constraint = { source, maxLength: 200, item: { source, minLength: 1, maxLength: 128 } };
export const groupArn: Constraint = {
  source,
  minLength: 1,
  maxLength: 1011,
  pattern: String.raw`^arn:aws(-[a-z]+)?:scheduler:[a-z0-9\-]+:\d{12}:schedule-group\/[0-9a-zA-Z-_.]+$`,
};

/** Of CreateSchedule and UpdateSchedule. */
export const scheduleConstraints: Readonly<Record<string, Constraint>> = {
  Name: name,
  GroupName: name,
  ClientToken: clientToken,
  Description: { source, maxLength: 512 },
  ScheduleExpression: { source, minLength: 1, maxLength: 256 },
  ScheduleExpressionTimezone: { source, minLength: 1, maxLength: 50 },
  State: scheduleState,
  ActionAfterCompletion: { source: 'API reference', values: ['NONE', 'DELETE'] },
  FlexibleTimeWindow: {
    source,
    members: {
      Mode: { source, required: true, values: ['OFF', 'FLEXIBLE'] },
      MaximumWindowInMinutes: { source, min: 1, max: 1440 },
    },
  },
  Target: {
    source,
    members: {
      Arn: { source, required: true, minLength: 1, maxLength: 1600 },
      RoleArn: {
        source,
        required: true,
        minLength: 1,
        maxLength: 1600,
        pattern: String.raw`^arn:aws(-[a-z]+)?:iam::\d{12}:role\/[\w+=,.@\/-]+$`,
      },
      Input: { source, minLength: 1 },
      RetryPolicy: {
        source,
        members: {
          MaximumEventAgeInSeconds: { source, min: 60, max: 86_400 },
          MaximumRetryAttempts: { source, min: 0, max: 185 },
        },
      },
    },
  },
};
