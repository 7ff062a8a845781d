import { beforeEach, expect, test } from 'vitest';
import type { TableStream } from '../../../../../../src/aws/sandbox/services/dynamodb/tables/state.ts';
import { changeStream } from '../../../../../../src/aws/sandbox/services/dynamodb/tables/streams.ts';

const now = new Date('2026-01-05T00:00:00.123Z');
let table: { arn: string; streams: TableStream[] };
beforeEach(() => {
  table = { arn: 'arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders', streams: [] };
});
const change = (StreamEnabled: boolean, StreamViewType?: 'KEYS_ONLY') =>
  changeStream(table, { StreamEnabled, StreamViewType }, now);

test('a stream is labelled by its time, and its ARN goes on from that of the table', () => {
  change(true, 'KEYS_ONLY');
  expect(table.streams).toEqual([
    {
      arn: `${table.arn}/stream/2026-01-05T00:00:00.123`,
      label: '2026-01-05T00:00:00.123',
      view: 'KEYS_ONLY',
      ...{ created: now, written: 0, records: [] },
    },
  ]);
});

test('a stream that was disabled stays, and another may follow', () => {
  change(true, 'KEYS_ONLY');
  change(false);
  expect(table.streams[0]?.disabled).toBe(now);
  change(true, 'KEYS_ONLY');
  expect(table.streams).toHaveLength(2);
});

test('a stream is enabled once, with a view, and disabled once', () => {
  expect(() => change(true)).toThrow('StreamViewType must be specified');
  expect(() => change(false)).toThrow('no stream is enabled');
  change(true, 'KEYS_ONLY');
  expect(() => change(true, 'KEYS_ONLY')).toThrow('Table already has an enabled stream: TableName: orders');
  expect(() => change(false, 'KEYS_ONLY')).toThrow('Stream view type cannot be specified');
});
