import type {
  DescribeTimeToLiveInput,
  DescribeTimeToLiveOutput,
  UpdateTimeToLiveInput,
  UpdateTimeToLiveOutput,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../../clock/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { findTable, onTable } from './find-table.ts';
import type { DynamoDbTable } from './state.ts';
import { tableReference } from './table-constraints.ts';

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';
/** "It can take up to one hour for the change to fully process" (API reference): less here, our choice. */
const CHANGING_MS = 60_000;

export default {
  UpdateTimeToLive: defineOperation<UpdateTimeToLiveInput, UpdateTimeToLiveOutput>({
    constraints: {
      TableName: tableReference,
      TimeToLiveSpecification: {
        source,
        members: {
          Enabled: { source, required: true },
          AttributeName: { source, required: true, minLength: 1, maxLength: 255 },
        },
      },
    },
    access: onTable('UpdateTimeToLive'),
    handle: (context) => {
      const { input, clock } = context;
      const table = findTable(context, input.TableName);
      const { Enabled: enabled = false, AttributeName: attribute = '' } = input.TimeToLiveSpecification ?? {};
      const now = table.timeToLive;
      if (enabled && now?.enabled) throw invalid('TimeToLive is already enabled');
      if (!enabled && !now?.enabled) throw invalid('TimeToLive is already disabled');
      if (!enabled && now?.attribute !== attribute)
        throw invalid(
          `TimeToLive is active on a different AttributeName: current AttributeName is ${now?.attribute}`,
        );
      table.timeToLive = { attribute, enabled, since: clock.account() };
      return { TimeToLiveSpecification: { Enabled: enabled, AttributeName: attribute } };
    },
  }),
  DescribeTimeToLive: defineOperation<DescribeTimeToLiveInput, DescribeTimeToLiveOutput>({
    constraints: { TableName: tableReference },
    access: onTable('DescribeTimeToLive'),
    handle: (context) => {
      const table = findTable(context, context.input.TableName);
      const status = statusOf(table, context.clock);
      const attribute = status === 'DISABLED' ? undefined : table.timeToLive?.attribute;
      return { TimeToLiveDescription: { TimeToLiveStatus: status, AttributeName: attribute } };
    },
  }),
};

function statusOf({ timeToLive }: DynamoDbTable, clock: Clock) {
  if (!timeToLive) return 'DISABLED';
  const done = clock.account().getTime() - timeToLive.since.getTime() >= CHANGING_MS;
  if (timeToLive.enabled) return done ? 'ENABLED' : 'ENABLING';
  return done ? 'DISABLED' : 'DISABLING';
}
