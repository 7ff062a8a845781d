import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  PutItemCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { START } from '../../../practice.ts';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { key, open, table } from '../open-tables.ts';

standStill();

describe('a table', () => {
  test('is made, changed and deleted by the account’s clock', async () => {
    const { dynamodb, clock, statusOf } = open();
    const { TableDescription } = await dynamodb.send(table('one'));
    expect(TableDescription).toMatchObject({ TableStatus: 'CREATING', ItemCount: 0 });
    const put = new PutItemCommand({ TableName: 'one', Item: { id: { S: 'a' } } });
    expect(await refusal(dynamodb.send(put))).toMatchObject({
      code: 'ResourceNotFoundException',
      message: 'Requested resource not found',
    });
    clock.elapse(10_000);
    expect(await statusOf('one')).toBe('ACTIVE');
    const protect = (DeletionProtectionEnabled: boolean) =>
      dynamodb.send(new UpdateTableCommand({ TableName: 'one', DeletionProtectionEnabled }));
    await protect(true);
    expect(await refusal(protect(false))).toEqual({
      code: 'ResourceInUseException',
      status: 400,
      message: 'Attempt to change a resource which is still in use: Table is being updated: one',
    });
    clock.elapse(10_000);
    const remove = () => dynamodb.send(new DeleteTableCommand({ TableName: 'one' }));
    expect(await refusal(remove())).toMatchObject({ code: 'ValidationException' });
    await protect(false);
    clock.elapse(10_000);
    expect((await remove()).TableDescription).toMatchObject({ TableStatus: 'DELETING' });
    expect(await refusal(remove())).toMatchObject({
      message: 'Attempt to change a resource which is still in use: Table is being deleted: one',
    });
    clock.elapse(10_000);
    expect(await refusal(remove())).toMatchObject({
      message: 'Requested resource not found: Table: one not found',
    });
    expect((await dynamodb.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  });

  test('has its warm throughput once it is described, on demand or by its capacity', async () => {
    const { dynamodb, clock } = open();
    await dynamodb.send(table('demand'));
    const ProvisionedThroughput = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
    const { TableDescription } = await dynamodb.send(
      new CreateTableCommand({ TableName: 'fixed', ...key('id'), ProvisionedThroughput }),
    );
    expect(TableDescription?.BillingModeSummary).toBeUndefined();
    clock.elapse(10_000);
    const of = async (TableName: string) =>
      (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
    expect(await of('demand')).toMatchObject({
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST', LastUpdateToPayPerRequestDateTime: START },
      ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
      WarmThroughput: { ReadUnitsPerSecond: 12000, WriteUnitsPerSecond: 4000, Status: 'ACTIVE' },
    });
    expect(await of('fixed')).toMatchObject({
      ProvisionedThroughput: { NumberOfDecreasesToday: 0, ...ProvisionedThroughput },
      WarmThroughput: { ReadUnitsPerSecond: 5, WriteUnitsPerSecond: 5, Status: 'ACTIVE' },
    });
  });

  test('lists with others in pages, by name', async () => {
    const { dynamodb } = open();
    for (const name of ['ccc', 'aaa', 'bbb']) await dynamodb.send(table(name));
    const first = await dynamodb.send(new ListTablesCommand({ Limit: 2 }));
    expect(first).toMatchObject({ TableNames: ['aaa', 'bbb'], LastEvaluatedTableName: 'bbb' });
    const rest = await dynamodb.send(new ListTablesCommand({ ExclusiveStartTableName: 'bbb' }));
    expect(rest.TableNames).toEqual(['ccc']);
    expect(rest.LastEvaluatedTableName).toBeUndefined();
  });

  test('is refused for what the sandbox does not simulate', async () => {
    const { dynamodb, nobody } = open();
    const encrypted = new CreateTableCommand({
      TableName: 'secret',
      ...key('id'),
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { Enabled: true },
    });
    expect(await refusal(dynamodb.send(encrypted))).toMatchObject({
      status: 501,
      message:
        'The Tejun sandbox does not simulate the parameter SSESpecification of dynamodb:CreateTable yet.',
    });
    expect(await refusal(nobody.send(table('one')))).toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining(
        'is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:ap-northeast-1:123456789012:table/one',
      ),
    });
  });
});
