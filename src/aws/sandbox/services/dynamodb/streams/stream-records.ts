import type { _Record, StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Clock } from '../../../clock/index.ts';
import type { DynamoDbTable, KeptChange, TableStream } from '../tables/index.ts';
import { itemSize } from '../values/index.ts';

/** "All data in DynamoDB Streams is subject to a 24-hour lifetime" (Developer Guide). */
const KEPT_MS = 24 * 3_600_000;

/** The changes that a stream still has, the oldest first. */
export function keptChanges(stream: TableStream, clock: Clock): readonly KeptChange[] {
  const oldest = clock.account().getTime() - KEPT_MS;
  const gone = stream.records.findIndex(({ time }) => time.getTime() > oldest);
  stream.records.splice(0, gone === -1 ? stream.records.length : gone);
  return stream.records;
}

/** A stream of the sandbox has one shard: AWS begins a new one every four hours or so. */
export function shardIdOf({ id }: DynamoDbTable, { created }: TableStream): string {
  return `shardId-${String(created.getTime()).padStart(20, '0')}-${id.slice(0, 8)}`;
}

const FIRST = 100_000_000_000_000_000_000n;

/** A sequence number: 21 digits, as AWS's shortest. */
export const sequenceNumber = (number: number): string => String(FIRST + BigInt(number));

export const numberOfSequence = (text: string): number => Number(BigInt(text) - FIRST);

/** A change as GetRecords tells it. */
export function toRecord(change: KeptChange, table: DynamoDbTable, stream: TableStream): _Record {
  const { key, before, after, number, time, expired } = change;
  const { view } = stream;
  const NewImage = view === 'NEW_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? after : undefined;
  const OldImage = view === 'OLD_IMAGE' || view === 'NEW_AND_OLD_IMAGES' ? before : undefined;
  return {
    // As unique as the table's id, and the same each time that it is read.
    eventID: table.id.replaceAll('-', '').slice(0, 20) + number.toString(16).padStart(12, '0'),
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: table.region,
    dynamodb: {
      ApproximateCreationDateTime: new Date(Math.floor(time.getTime() / 1000) * 1000),
      Keys: key as StreamRecord['Keys'],
      NewImage: NewImage as StreamRecord['NewImage'],
      OldImage: OldImage as StreamRecord['OldImage'],
      SequenceNumber: sequenceNumber(number),
      SizeBytes: itemSize(key) + itemSize(NewImage ?? {}) + itemSize(OldImage ?? {}),
      StreamViewType: view as StreamRecord['StreamViewType'],
    },
    // Developer Guide, "DynamoDB Streams and Time to Live".
    userIdentity: expired && { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
  };
}
