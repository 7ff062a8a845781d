import type {
  GlobalSecondaryIndexUpdate,
  UpdateTableInput,
  UpdateTableOutput,
} from '@aws-sdk/client-dynamodb';
import { defineOperation, type OperationContext, ServiceError } from '../../../operation/index.ts';
import { invalid, invalidValues, resourceInUse } from '../dynamodb-errors.ts';
import { describeTable } from './describe.ts';
import { findTable, onTable } from './find-table.ts';
import { NO_THROUGHPUT, readGlobalIndex, refuseUnusedDefinitions, toThroughput } from './read-schema.ts';
import type { DynamoDbTable, SecondaryIndex } from './state.ts';
import { changeStream } from './streams.ts';
import {
  attributeDefinitions,
  billingMode,
  indexMembers,
  tableClass,
  tableReference,
  throughput,
} from './table-constraints.ts';
import { refuseWhileChanging } from './tables.ts';

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';

type Context = OperationContext<UpdateTableInput>;

export default {
  UpdateTable: defineOperation<UpdateTableInput, UpdateTableOutput>({
    constraints: {
      TableName: tableReference,
      AttributeDefinitions: attributeDefinitions,
      BillingMode: billingMode,
      ProvisionedThroughput: throughput,
      GlobalSecondaryIndexUpdates: {
        source,
        item: {
          source,
          members: {
            Create: { source, members: { ...indexMembers, ProvisionedThroughput: throughput } },
            Update: { source, members: { ProvisionedThroughput: { ...throughput, required: true } } },
          },
        },
      },
      TableClass: tableClass,
    },
    reads: ['StreamSpecification', 'DeletionProtectionEnabled'],
    access: onTable('UpdateTable'),
    handle: (context) => {
      const { input, clock } = context;
      const table = findTable(context, input.TableName);
      if (!asksForSomething(input))
        throw invalid(
          'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
        );
      refuseWhileChanging(table, context);
      changeBilling(table, context);
      for (const change of input.GlobalSecondaryIndexUpdates ?? []) changeIndex(table, change, context);
      if (input.StreamSpecification) changeStream(table, input.StreamSpecification, clock.account());
      if (input.DeletionProtectionEnabled !== undefined)
        table.deletionProtected = input.DeletionProtectionEnabled;
      if (input.TableClass) table.tableClass = { name: input.TableClass, since: clock.account() };
      table.updated = clock.account();
      return { TableDescription: describeTable(table, clock) };
    },
  }),
};

function asksForSomething(input: UpdateTableInput): boolean {
  const { TableName, AttributeDefinitions, ...changes } = input;
  return Object.values(changes).some((value) => value !== undefined);
}

function changeBilling(table: DynamoDbTable, { input, clock }: Context): void {
  const { BillingMode: mode, ProvisionedThroughput: given } = input;
  const onDemand = mode ? mode === 'PAY_PER_REQUEST' : table.onDemand !== undefined;
  if (onDemand && given)
    throw invalidValues(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  if (!onDemand && table.onDemand && !given)
    throw invalidValues(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  if (!mode && given && sameThroughput(table, given))
    throw invalid(
      `The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: ${table.throughput.read}. Requested ReadCapacityUnits: ${given.ReadCapacityUnits}. Current WriteCapacityUnits provisioned for the table: ${table.throughput.write}. Requested WriteCapacityUnits: ${given.WriteCapacityUnits}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
    );
  if (onDemand && !table.onDemand) {
    table.onDemand = clock.account();
    table.throughput = NO_THROUGHPUT;
    for (const index of table.indexes) index.throughput = NO_THROUGHPUT;
  }
  if (given) {
    table.onDemand = undefined;
    table.throughput = toThroughput(given);
  }
}

function sameThroughput(
  { throughput: { read, write } }: DynamoDbTable,
  given: UpdateTableInput['ProvisionedThroughput'],
) {
  return read === given?.ReadCapacityUnits && write === given?.WriteCapacityUnits;
}

function changeIndex(
  table: DynamoDbTable,
  change: GlobalSecondaryIndexUpdate,
  { input, clock }: Context,
): void {
  const { Create, Update, Delete } = change;
  if (Create) {
    const { AttributeDefinitions = table.definitions } = input;
    const index = readGlobalIndex(Create, AttributeDefinitions, table.onDemand !== undefined);
    if (table.indexes.some(({ name }) => name === index.name))
      throw invalid(`Attempting to create an index which already exists: ${index.name}`);
    const kept = table.definitions.filter(
      (old) => !AttributeDefinitions.some((one) => one.AttributeName === old.AttributeName),
    );
    const schemas = [table.schema, ...table.indexes.map(({ schema }) => schema), index.schema];
    refuseUnusedDefinitions(AttributeDefinitions, schemas);
    table.definitions = [...kept, ...AttributeDefinitions];
    table.indexes.push({ ...index, created: clock.account() });
  }
  if (Update) existing(table, Update.IndexName).throughput = toThroughput(Update.ProvisionedThroughput);
  if (Delete) existing(table, Delete.IndexName).deleted = clock.account();
}

function existing({ indexes }: DynamoDbTable, wanted: string | undefined): SecondaryIndex {
  const index = indexes.find(({ name, kind }) => name === wanted && kind === 'global');
  if (!index) throw indexNotFound(wanted);
  if (index.deleted)
    throw resourceInUse(
      `Attempt to change a resource which is still in use: Index is being deleted: ${wanted}`,
    );
  return index;
}

function indexNotFound(name: string | undefined) {
  return new ServiceError(
    400,
    'ResourceNotFoundException',
    `Requested resource not found: The global secondary index: ${name} does not exist`,
  );
}
