import { describe, expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { openService } from '../../open.ts';
import { standStill } from '../../time.ts';

standStill();

const TableName = 'orders';

/** A table with a stream of old and new items, and one record for each kind of change. */
async function openStream(StreamViewType = 'NEW_AND_OLD_IMAGES') {
  const account = openService('dynamodb');
  const { call, clock } = account;
  const streams = account.of('streams');
  const { TableDescription } = await call('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType },
  });
  clock.elapse(10_000);
  const StreamArn: string = TableDescription.LatestStreamArn;
  const describe = async () => (await streams('DescribeStream', { StreamArn })).StreamDescription;
  const iterator = async (ShardIteratorType: string, more: object = {}) => {
    const [{ ShardId }] = (await describe()).Shards;
    return (await streams('GetShardIterator', { StreamArn, ShardId, ShardIteratorType, ...more }))
      .ShardIterator;
  };
  const read = async (ShardIterator: string, more: object = {}) =>
    streams('GetRecords', { ShardIterator, ...more });
  const put = (id: string, more: object = {}) =>
    call('PutItem', { TableName, Item: { id: { S: id }, ...more } });
  return { ...account, streams, StreamArn, describe, iterator, read, put };
}

describe('a stream', () => {
  test('tells what was made, changed and deleted, with sizes as AWS counts them', async () => {
    const { call, put, iterator, read } = await openStream();
    await put('my-item-id', { attr1: { S: 'value1' }, attr2: { S: 'value2' } });
    await put('my-item-id', { attr1: { S: 'value2' }, attr2: { S: 'value3' } });
    await put('my-item-id', { attr2: { S: 'value3' }, attr1: { S: 'value2' } });
    await call('DeleteItem', { TableName, Key: { id: { S: 'my-item-id' } } });
    await call('DeleteItem', { TableName, Key: { id: { S: 'none' } } });
    const { Records, NextShardIterator } = await read(await iterator('TRIM_HORIZON'));
    expect(Records).toMatchObject([
      { eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: 'ap-northeast-1' },
      {
        eventName: 'MODIFY',
        dynamodb: { OldImage: { attr1: { S: 'value1' } }, NewImage: { attr1: { S: 'value2' } } },
      },
      {
        eventName: 'REMOVE',
        dynamodb: { Keys: { id: { S: 'my-item-id' } }, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    ]);
    const sizes = Records.map(({ dynamodb }: { dynamodb: { SizeBytes: number } }) => dynamodb.SizeBytes);
    expect(sizes).toEqual([46, 80, 46]);
    expect((await read(NextShardIterator)).Records).toEqual([]);
  });

  test.each([
    ['KEYS_ONLY', {}],
    ['NEW_IMAGE', { NewImage: { id: { S: 'a' } } }],
    ['OLD_IMAGE', {}],
  ])('shows of a new item as %s what it should', async (view, images) => {
    const { put, iterator, read } = await openStream(view);
    await put('a');
    const { Records } = await read(await iterator('TRIM_HORIZON'));
    const { Keys, NewImage, OldImage } = Records[0].dynamodb;
    expect({ Keys, NewImage, OldImage }).toEqual({ Keys: { id: { S: 'a' } }, ...images });
  });

  test('is read from its end, from a record and after it', async () => {
    const { put, iterator, read } = await openStream();
    for (const id of ['a', 'b']) await put(id);
    const end = await iterator('LATEST');
    await put('c');
    const idsFrom = async (from: string) =>
      (await read(from)).Records.map(
        (record: { dynamodb: { Keys: { id: { S: string } } } }) => record.dynamodb.Keys.id.S,
      );
    expect(await idsFrom(end)).toEqual(['c']);
    const { Records } = await read(await iterator('TRIM_HORIZON'), { Limit: 2 });
    const { SequenceNumber } = Records[1].dynamodb;
    expect(await idsFrom(await iterator('AT_SEQUENCE_NUMBER', { SequenceNumber }))).toEqual(['b', 'c']);
    expect(await idsFrom(await iterator('AFTER_SEQUENCE_NUMBER', { SequenceNumber }))).toEqual(['c']);
  });

  test('keeps records for a day, and iterators for 15 minutes', async () => {
    const { put, iterator, read, clock } = await openStream();
    await put('a');
    const { Records } = await read(await iterator('TRIM_HORIZON'));
    const old = await iterator('TRIM_HORIZON');
    clock.elapse(16 * 60_000);
    expect(await refusal(read(old))).toMatchObject({ code: 'ExpiredIteratorException', status: 400 });
    expect((await read(await iterator('TRIM_HORIZON'))).Records).toEqual(Records);
    clock.elapse(24 * 3_600_000);
    expect((await read(await iterator('TRIM_HORIZON'))).Records).toEqual([]);
    const { SequenceNumber } = Records[0].dynamodb;
    expect(await refusal(iterator('AT_SEQUENCE_NUMBER', { SequenceNumber }))).toMatchObject({
      code: 'TrimmedDataAccessException',
    });
  });

  test('tells that time to live has ended as a service of AWS does', async () => {
    const { call, put, iterator, read, clock } = await openStream();
    await call('UpdateTimeToLive', {
      TableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: 'end' },
    });
    const end = String(Math.floor(clock.account().getTime() / 1000) + 60);
    await put('a', { end: { N: end } });
    clock.elapse(61_000);
    await call('Scan', { TableName });
    const { Records } = await read(await iterator('TRIM_HORIZON'));
    expect(Records[1]).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
    });
  });

  test('ends with its shard when it is turned off', async () => {
    const { call, put, iterator, read, describe, streams, StreamArn } = await openStream();
    await put('a');
    await call('UpdateTable', { TableName, StreamSpecification: { StreamEnabled: false } });
    expect(await describe()).toMatchObject({
      StreamStatus: 'DISABLED',
      Shards: [{ SequenceNumberRange: { EndingSequenceNumber: expect.stringMatching(/^\d{21}$/) } }],
    });
    expect(await read(await iterator('TRIM_HORIZON'))).toMatchObject({ Records: [{ eventName: 'INSERT' }] });
    expect((await read(await iterator('TRIM_HORIZON'))).NextShardIterator).toBeUndefined();
    expect(await streams('ListStreams', { TableName })).toMatchObject({
      Streams: [{ StreamArn, TableName }],
    });
    expect(await streams('ListStreams', { TableName: 'other' })).toEqual({ Streams: [] });
  });

  test('is closed to nobody, and refuses what it does not have', async () => {
    const { nobody, streams, StreamArn, iterator } = await openStream();
    const { DescribeStreamCommand } = await import('@aws-sdk/client-dynamodb-streams');
    expect(await refusal(nobody.streams.send(new DescribeStreamCommand({ StreamArn })))).toMatchObject({
      code: 'AccessDeniedException',
      message: expect.stringContaining(`dynamodb:DescribeStream on resource: ${StreamArn}`),
    });
    const gone = StreamArn.replace(/.$/, 'x');
    expect(await refusal(streams('DescribeStream', { StreamArn: gone }))).toEqual({
      code: 'ResourceNotFoundException',
      message: `Requested resource not found: Stream: ${gone} not found`,
      status: 400,
    });
    expect(await refusal(iterator('AT_SEQUENCE_NUMBER'))).toMatchObject({ code: 'ValidationException' });
    expect(await refusal(streams('GetRecords', { ShardIterator: 'x' }))).toMatchObject({
      code: 'ValidationException',
    });
  });
});
