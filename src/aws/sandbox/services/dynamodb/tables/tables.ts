import type {
  CreateTableInput,
  CreateTableOutput,
  DeleteTableInput,
  DeleteTableOutput,
  DescribeTableInput,
  DescribeTableOutput,
  ListTablesInput,
  ListTablesOutput,
} from '@aws-sdk/client-dynamodb';
import { requestTagConditions } from '../../../authorization/index.ts';
import { defineOperation, newRequestId, type OperationContext } from '../../../operation/index.ts';
import { invalid, resourceInUse } from '../dynamodb-errors.ts';
import { describeTable } from './describe.ts';
import { findTable, onTable, tableArn } from './find-table.ts';
import { readTableSchema, readThroughput } from './read-schema.ts';
import { type DynamoDbTable, dynamodbOf, tableStatus, tablesIn } from './state.ts';
import { changeStream } from './streams.ts';
import {
  attributeDefinitions,
  billingMode,
  globalIndexes,
  keySchema,
  indexes as localIndexes,
  tableClass,
  tableName,
  tableReference,
  throughput,
} from './table-constraints.ts';

export default {
  CreateTable: defineOperation<CreateTableInput, CreateTableOutput>({
    constraints: {
      TableName: tableName,
      AttributeDefinitions: attributeDefinitions,
      KeySchema: keySchema,
      BillingMode: billingMode,
      ProvisionedThroughput: throughput,
      LocalSecondaryIndexes: localIndexes,
      GlobalSecondaryIndexes: globalIndexes,
      TableClass: tableClass,
    },
    reads: ['StreamSpecification', 'Tags', 'DeletionProtectionEnabled'],
    access: {
      ...onTable('CreateTable'),
      conditions: ({ input }) => requestTagConditions(input.Tags),
    },
    handle: (context) => {
      const table = makeTable(context);
      const { tables } = dynamodbOf(context);
      if (tablesIn(context).some(({ arn }) => arn === table.arn))
        throw resourceInUse(`Table already exists: ${table.name}`);
      tables.set(table.arn, table);
      return { TableDescription: describeTable(table, context.clock) };
    },
  }),
  DescribeTable: defineOperation<DescribeTableInput, DescribeTableOutput>({
    constraints: { TableName: tableReference },
    access: onTable('DescribeTable'),
    handle: (context) => {
      const table = findTable(context, context.input.TableName);
      return { Table: describeTable(table, context.clock, true) };
    },
  }),
  DeleteTable: defineOperation<DeleteTableInput, DeleteTableOutput>({
    constraints: { TableName: tableReference },
    access: onTable('DeleteTable'),
    handle: (context) => {
      const { clock, input } = context;
      const table = findTable(context, input.TableName);
      refuseWhileChanging(table, context);
      if (table.deletionProtected)
        throw invalid(
          'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
        );
      table.deleted = clock.account();
      const { ItemCount, TableSizeBytes, ...description } = describeTable(table, clock);
      const { AttributeDefinitions, KeySchema, CreationDateTime, ...answered } = description;
      return { TableDescription: { ...answered, ItemCount, TableSizeBytes } };
    },
  }),
  ListTables: defineOperation<ListTablesInput, ListTablesOutput>({
    constraints: { Limit: { source: 'API reference, ListTables', min: 1, max: 100 } },
    reads: ['ExclusiveStartTableName'],
    access: { action: 'dynamodb:ListTables', resource: () => '*', namesResource: true },
    handle: (context) => {
      const { ExclusiveStartTableName: after, Limit = 100 } = context.input;
      const names = tablesIn(context).map(({ name }) => name);
      const rest = after === undefined ? names : names.filter((name) => name > after);
      const page = rest.slice(0, Limit);
      return {
        TableNames: page,
        ...(rest.length > page.length && { LastEvaluatedTableName: page.at(-1) }),
      };
    },
  }),
};

/** Texts as users of AWS quote them. */
export function refuseWhileChanging(
  table: DynamoDbTable,
  { clock }: Pick<OperationContext<unknown>, 'clock'>,
): void {
  const doing = { CREATING: 'created', UPDATING: 'updated', DELETING: 'deleted', ACTIVE: undefined };
  const being = doing[tableStatus(table, clock)];
  if (being)
    throw resourceInUse(
      `Attempt to change a resource which is still in use: Table is being ${being}: ${table.name}`,
    );
}

function makeTable(context: OperationContext<CreateTableInput>): DynamoDbTable {
  const { input, clock, random, region } = context;
  const { TableName: name = '', AttributeDefinitions = [], Tags = [], TableClass } = input;
  const throughputOf = readThroughput(input.BillingMode, input.ProvisionedThroughput);
  const { schema, indexes } = readTableSchema(input);
  const created = clock.account();
  const table: DynamoDbTable = {
    name,
    region,
    arn: tableArn(context, name),
    id: newRequestId(random),
    schema,
    definitions: AttributeDefinitions,
    indexes,
    onDemand: input.BillingMode === 'PAY_PER_REQUEST' ? created : undefined,
    throughput: throughputOf,
    created,
    deletionProtected: input.DeletionProtectionEnabled ?? false,
    ...(TableClass && { tableClass: { name: TableClass } }),
    tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
    items: new Map(),
    streams: [],
  };
  if (input.StreamSpecification) changeStream(table, input.StreamSpecification, created);
  return table;
}
