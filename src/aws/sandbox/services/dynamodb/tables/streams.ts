import type { StreamSpecification } from '@aws-sdk/client-dynamodb';
import { invalid, invalidValues } from '../dynamodb-errors.ts';
import type { DynamoDbTable, TableStream } from './state.ts';

/** Turns a table's stream on or off. Throws ValidationException; the wording is ours. */
export function changeStream(
  table: Pick<DynamoDbTable, 'arn' | 'streams'>,
  { StreamEnabled, StreamViewType }: StreamSpecification,
  now: Date,
): void {
  const open = openStream(table);
  if (!StreamEnabled) {
    if (StreamViewType) throw invalidValues('Stream view type cannot be specified when stream is disabled');
    if (!open) throw invalid('Table is not in a state to disable a stream: no stream is enabled');
    open.disabled = now;
    return;
  }
  if (!StreamViewType) throw invalidValues('StreamViewType must be specified when stream is enabled');
  if (open)
    throw invalid(`Table already has an enabled stream: TableName: ${table.arn.replace(/^.*\//, '')}`);
  const label = now.toISOString().replace('Z', '');
  const arn = `${table.arn}/stream/${label}`;
  table.streams.push({ arn, label, view: StreamViewType, created: now, written: 0, records: [] });
}

/** The stream that is enabled; undefined where there is none. */
export function openStream({ streams }: Pick<DynamoDbTable, 'streams'>): TableStream | undefined {
  const last = streams.at(-1);
  return last?.disabled ? undefined : last;
}
