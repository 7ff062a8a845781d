import type { _Record, DescribeStreamOutput, GetRecordsOutput } from '@aws-sdk/client-dynamodb-streams';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import type { EventSourceMapping } from './event-source-state.ts';
import { executionIdentity } from './execution-role.ts';
import { invalidLambdaParameter } from './lambda-errors.ts';
import type { FunctionVersion, LambdaFunction } from './lambda-state.ts';

type Context = Pick<OperationContext<unknown>, 'call'>;

/** A function and the version of it that reads a source. */
export interface Reader {
  readonly one: LambdaFunction;
  readonly version: FunctionVersion;
}

const STREAM = /^arn:aws[\w-]*:dynamodb:([a-z\d-]+):\d{12}:table\/[\w.-]+\/stream\/[\d:T.-]+$/;

/** Tells whether an event source is a stream of DynamoDB. */
export const isStream = (arn: string): boolean => STREAM.test(arn);

/** Reads a stream as the function's role. Rejects with a ServiceError of DynamoDB. */
async function ask(
  operation: string,
  input: object,
  arn: string,
  reader: Reader,
  { call }: Context,
): Promise<object> {
  const [, region = ''] = STREAM.exec(arn) ?? [];
  const as = executionIdentity(reader.one, reader.version);
  return call({ service: 'dynamodbstreams', operation, region, as, input: { ...input } });
}

/**
 * Checks that the function's role may read the stream; the result is the sequence number of its newest record. Throws
 * InvalidParameterValueException, in the words that were recorded on AWS or that its users quote.
 */
export async function newestRecord(
  arn: string,
  reader: Reader,
  context: Context,
): Promise<string | undefined> {
  try {
    await ask('ListStreams', {}, arn, reader, context);
    let newest: string | undefined;
    for (;;) {
      const records = await readRecords({ sourceArn: arn, after: newest }, 1000, reader, context);
      if (records.length === 0) return newest;
      newest = records.at(-1)?.dynamodb?.SequenceNumber;
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw error.code === 'ResourceNotFoundException'
      ? invalidLambdaParameter(`Stream not found: ${arn}`)
      : invalidLambdaParameter(
          `Cannot access stream ${arn}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.`,
        );
  }
}

/** Reads the records after the one that the mapping has done with; what was trimmed meanwhile is lost. */
export async function readRecords(
  { sourceArn, after }: Pick<EventSourceMapping, 'sourceArn' | 'after'>,
  Limit: number,
  reader: Reader,
  context: Context,
): Promise<readonly _Record[]> {
  const asked = (operation: string, input: object) => ask(operation, input, sourceArn, reader, context);
  const { StreamDescription } = (await asked('DescribeStream', {
    StreamArn: sourceArn,
  })) as DescribeStreamOutput;
  const [shard] = StreamDescription?.Shards ?? [];
  const place = { StreamArn: sourceArn, ShardId: shard?.ShardId };
  const oldest = { ...place, ShardIteratorType: 'TRIM_HORIZON' };
  const following = { ...place, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
  const iterator = await asked('GetShardIterator', after === undefined ? oldest : following).catch(
    (error) => {
      if (error instanceof ServiceError && error.code === 'TrimmedDataAccessException')
        return asked('GetShardIterator', oldest);
      throw error;
    },
  );
  return ((await asked('GetRecords', { ...iterator, Limit })) as GetRecordsOutput).Records ?? [];
}
