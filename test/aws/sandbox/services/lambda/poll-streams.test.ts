import { CreateTableCommand, DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type CreateEventSourceMappingCommandInput,
  GetEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openWorker } from './open-worker.ts';

standStill();

const TableName = 'orders';

/** The worker, and a table with a stream. */
async function openReader(options: { policy?: boolean; variables?: Record<string, string> } = {}) {
  const policyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole';
  const worker = await openWorker({ ...options, policyArn });
  const { dynamodb, pass, map, seen } = worker;
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  await pass(10);
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  const stream = Table?.LatestStreamArn ?? '';
  return {
    ...worker,
    stream,
    put: (id: string, more: object = {}) =>
      dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: id }, ...more } })),
    read: (more: Partial<CreateEventSourceMappingCommandInput> = {}) =>
      map({ EventSourceArn: stream, StartingPosition: 'TRIM_HORIZON', ...more }),
    /** Keys of the items in each event of the function. */
    ids: async () =>
      (await seen()).map(({ Records }) =>
        Records.map((record: { dynamodb: { Keys: { id: { S: string } } } }) => record.dynamodb.Keys.id.S),
      ),
  };
}

describe('a stream of DynamoDB as the source of a function', () => {
  test('gives its records to the function, with the members of AWS', async () => {
    const { put, read, pass, seen, stream } = await openReader();
    expect(await read()).toMatchObject({
      BatchSize: 100,
      StartingPosition: 'TRIM_HORIZON',
      State: 'Creating',
      StateTransitionReason: 'User action',
      LastProcessingResult: 'No records processed',
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: -1,
      ParallelizationFactor: 1,
    });
    await put('a', { bytes: { B: new Uint8Array([102, 111, 111]) } });
    await put('b');
    await pass(10);
    await put('c');
    await pass(1);
    const [first, second] = await seen();
    expect(first.Records).toHaveLength(2);
    expect(first.Records[0]).toEqual({
      eventID: expect.stringMatching(/^[\da-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'ap-northeast-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { id: { S: 'a' } },
        NewImage: { id: { S: 'a' }, bytes: { B: 'Zm9v' } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: 14,
        StreamViewType: 'NEW_IMAGE',
      },
      eventSourceARN: stream,
    });
    expect(second.Records).toHaveLength(1);
  });

  test('begins at its end where the mapping says so', async () => {
    const { put, read, pass, ids } = await openReader();
    await put('a');
    expect(await read({ StartingPosition: 'LATEST' })).toMatchObject({
      LastProcessingResult: 'No records processed',
    });
    await put('b');
    await pass(10);
    expect(await ids()).toEqual([['b']]);
  });

  test('tries a batch that failed again, later and later, and gives up after the retries', async () => {
    const { put, read, pass, ids, lambda } = await openReader();
    const { UUID } = await read({ BatchSize: 1, MaximumRetryAttempts: 2 });
    const result = async () =>
      (await lambda.send(new GetEventSourceMappingCommand({ UUID }))).LastProcessingResult;
    await pass(10);
    await put('bad');
    await put('good');
    expect(await ids()).toEqual([['bad']]);
    expect(await result()).toBe('PROBLEM: Function call failed');
    await pass(1);
    expect(await ids()).toEqual([['bad'], ['bad']]);
    await pass(1);
    expect(await ids()).toEqual([['bad'], ['bad']]);
    await pass(1);
    expect(await ids()).toEqual([['bad'], ['bad'], ['bad'], ['good']]);
    expect(await result()).toBe('OK');
  });

  test('begins again at the record that the function names', async () => {
    const { put, read, pass, ids } = await openReader({ variables: { REPORTS: 'yes' } });
    await read({ FunctionResponseTypes: ['ReportBatchItemFailures'], MaximumRetryAttempts: 1 });
    for (const id of ['a', 'bad', 'c']) await put(id);
    await pass(10);
    expect(await ids()).toEqual([['a', 'bad', 'c']]);
    await pass(2);
    expect(await ids()).toEqual([
      ['a', 'bad', 'c'],
      ['bad', 'c'],
    ]);
  });

  test('gives only what a filter lets through', async () => {
    const { put, read, pass, ids } = await openReader();
    const Pattern = '{"dynamodb":{"NewImage":{"city":{"S":["Kyoto"]}}}}';
    await read({ FilterCriteria: { Filters: [{ Pattern }] } });
    await put('a', { city: { S: 'Tokyo' } });
    await put('b', { city: { S: 'Kyoto' } });
    await pass(10);
    expect(await ids()).toEqual([['b']]);
  });

  test('is refused without a place to begin, without a permission, and where it is not there', async () => {
    const { read, map, stream } = await openReader();
    const messageOf = async (call: Promise<unknown>) => (await refusal(call)).message;
    expect(await messageOf(map({ EventSourceArn: stream }))).toBe(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
    expect(await messageOf(read({ StartingPosition: 'AT_TIMESTAMP' }))).toBe(
      `Unsupported starting position for arn type: ${stream}`,
    );
    const none = stream.replace('orders', 'none');
    expect(await messageOf(read({ EventSourceArn: none }))).toBe(`Stream not found: ${none}`);
    const closed = await openReader({ policy: false });
    expect(await messageOf(closed.read())).toMatch(/^Cannot access stream arn:/);
    expect(await messageOf(map({ StartingPosition: 'LATEST' }))).toMatch(
      /StartingPosition is not valid for SQS/,
    );
  });
});
