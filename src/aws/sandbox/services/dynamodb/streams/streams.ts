import type {
  DescribeStreamInput,
  DescribeStreamOutput,
  GetRecordsInput,
  GetRecordsOutput,
  GetShardIteratorInput,
  GetShardIteratorOutput,
  ListStreamsInput,
  ListStreamsOutput,
  Shard,
  StreamViewType,
} from '@aws-sdk/client-dynamodb-streams';
import {
  type Constraint,
  defineOperation,
  type OperationContext,
  type ResourceScope,
  ServiceError,
} from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { type DynamoDbTable, type TableStream, tablesIn, writeSchema } from '../tables/index.ts';
import { arnOfIterator, readIterator, writeIterator } from './iterators.ts';
import { keptChanges, numberOfSequence, sequenceNumber, shardIdOf, toRecord } from './stream-records.ts';

/** API reference: most records, shards or streams in an answer. */
const MOST_RECORDS = 1000;
const PAGE = 100;

const source = 'botocore dynamodbstreams/2012-08-10; API reference';
const streamArn: Constraint = { source, minLength: 37, maxLength: 1024 };
const shardId: Constraint = { source, minLength: 28, maxLength: 65 };
const limit = (max: number): Constraint => ({ source, min: 1, max });

const TYPES = ['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER'];

export default {
  ListStreams: defineOperation<ListStreamsInput, ListStreamsOutput>({
    constraints: {
      TableName: { source, minLength: 3, maxLength: 255, pattern: '[a-zA-Z0-9_.-]+' },
      Limit: limit(PAGE),
      ExclusiveStartStreamArn: streamArn,
    },
    access: { action: 'dynamodb:ListStreams', resource: () => '*', namesResource: false },
    handle: (context) => {
      const { TableName, Limit = PAGE, ExclusiveStartStreamArn: after = '' } = context.input;
      const found = streamsIn(context)
        .filter(
          ({ table, stream }) => (TableName === undefined || table.name === TableName) && stream.arn > after,
        )
        .sort((one, other) => (one.stream.arn < other.stream.arn ? -1 : 1));
      const page = found.slice(0, Limit);
      return {
        Streams: page.map(({ table, stream }) => ({
          ...{ StreamArn: stream.arn, TableName: table.name, StreamLabel: stream.label },
        })),
        LastEvaluatedStreamArn: found.length > page.length ? page.at(-1)?.stream.arn : undefined,
      };
    },
  }),
  DescribeStream: defineOperation<DescribeStreamInput, DescribeStreamOutput>({
    constraints: { StreamArn: streamArn, Limit: limit(PAGE), ExclusiveStartShardId: shardId },
    access: onStream('DescribeStream', ({ StreamArn }) => StreamArn),
    handle: (context) => {
      const { StreamArn, ExclusiveStartShardId } = context.input;
      const { table, stream } = findStream(context, StreamArn);
      const shard = toShard(table, stream);
      return {
        StreamDescription: {
          StreamArn: stream.arn,
          StreamLabel: stream.label,
          StreamStatus: stream.disabled ? 'DISABLED' : 'ENABLED',
          StreamViewType: stream.view as StreamViewType,
          CreationRequestDateTime: stream.created,
          TableName: table.name,
          KeySchema: writeSchema(table.schema),
          Shards: ExclusiveStartShardId === shard.ShardId ? [] : [shard],
        },
      };
    },
  }),
  GetShardIterator: defineOperation<GetShardIteratorInput, GetShardIteratorOutput>({
    constraints: {
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: { source, values: TYPES },
      SequenceNumber: { source, minLength: 21, maxLength: 40, pattern: '\\d+' },
    },
    access: onStream('GetShardIterator', ({ StreamArn }) => StreamArn),
    handle: (context) => {
      const { StreamArn, ShardId, ShardIteratorType: type, SequenceNumber } = context.input;
      const { table, stream } = findStream(context, StreamArn);
      if (ShardId !== shardIdOf(table, stream)) throw noSuchShard(ShardId, stream);
      const isNumbered = type?.endsWith('_SEQUENCE_NUMBER') === true;
      // Both texts are ours.
      if (isNumbered && SequenceNumber === undefined)
        throw invalid(`SequenceNumber must be specified when ShardIteratorType is ${type}`);
      if (!isNumbered && SequenceNumber !== undefined)
        throw invalid(`SequenceNumber must not be specified when ShardIteratorType is ${type}`);
      const [oldest] = keptChanges(stream, context.clock);
      const first = oldest?.number ?? stream.written + 1;
      const wanted = SequenceNumber === undefined ? first : numberOfSequence(SequenceNumber);
      const next =
        type === 'LATEST' ? stream.written + 1 : type === 'AFTER_SEQUENCE_NUMBER' ? wanted + 1 : wanted;
      if (next < first)
        throw new ServiceError(
          400,
          'TrimmedDataAccessException',
          'The operation attempted to read past the oldest stream record in a shard.',
        );
      return { ShardIterator: writeIterator({ streamArn: stream.arn, next }, context.clock.account()) };
    },
  }),
  GetRecords: defineOperation<GetRecordsInput, GetRecordsOutput>({
    constraints: { ShardIterator: { source, minLength: 1, maxLength: 2048 }, Limit: limit(MOST_RECORDS) },
    access: onStream('GetRecords', ({ ShardIterator }) => arnOfIterator(ShardIterator)),
    handle: (context) => {
      const { ShardIterator = '', Limit = MOST_RECORDS } = context.input;
      const now = context.clock.account();
      const place = readIterator(ShardIterator, now);
      const { table, stream } = findStream(context, place.streamArn);
      const changes = keptChanges(stream, context.clock)
        .filter(({ number }) => number >= place.next)
        .slice(0, Limit);
      const next = (changes.at(-1)?.number ?? place.next - 1) + 1;
      // "If set to null, the shard has been closed" (API reference).
      const isOver = stream.disabled !== undefined && next > stream.written;
      return {
        Records: changes.map((change) => toRecord(change, table, stream)),
        NextShardIterator: isOver ? undefined : writeIterator({ ...place, next }, now),
      };
    },
  }),
};

/** An action on the stream whose ARN the input has. */
function onStream<Input>(action: string, arnOf: (input: Input) => string | undefined) {
  return {
    action: `dynamodb:${action}`,
    resource: ({ input }: OperationContext<Input>) => arnOf(input) ?? '',
    namesResource: true,
  };
}

function streamsIn(place: ResourceScope): { readonly table: DynamoDbTable; readonly stream: TableStream }[] {
  return tablesIn(place).flatMap((table) => table.streams.map((stream) => ({ table, stream })));
}

/** Throws ResourceNotFoundException, in the words that users of AWS quote. */
function findStream(place: ResourceScope, arn: string | undefined) {
  const found = streamsIn(place).find(({ stream }) => stream.arn === arn);
  if (!found)
    throw new ServiceError(
      400,
      'ResourceNotFoundException',
      `Requested resource not found: Stream: ${arn} not found`,
    );
  return found;
}

/** Text that users of AWS quote. */
function noSuchShard(shard: string | undefined, { arn }: TableStream): ServiceError {
  return new ServiceError(
    400,
    'ResourceNotFoundException',
    `Requested resource not found: Shard: ${shard} in Stream: ${arn} not found`,
  );
}

function toShard(table: DynamoDbTable, stream: TableStream): Shard {
  return {
    ShardId: shardIdOf(table, stream),
    SequenceNumberRange: {
      StartingSequenceNumber: sequenceNumber(1),
      EndingSequenceNumber: stream.disabled && sequenceNumber(stream.written),
    },
  };
}
