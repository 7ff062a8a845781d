import { expect, test } from 'vitest';
import {
  queueUrlOf,
  readEventSource,
} from '../../../../../src/aws/sandbox/services/lambda/event-source-settings.ts';

const before = { functionName: 'f', batchSize: 10, windowSeconds: 0, reportsItems: true, enabled: true };
const QUEUE = 'arn:aws:sqs:ap-northeast-1:123456789012:jobs';
const change = (input: object) => readEventSource(input as never, QUEUE, {} as never, before as never);

test('streams have retries, queues have a concurrency', () => {
  const stream = 'arn:aws:dynamodb:ap-northeast-1:123456789012:table/t/stream/2026-01-05T00:00:00.000';
  const input = { ScalingConfig: { MaximumConcurrency: 2 } };
  expect(() => readEventSource(input as never, stream, {} as never, before as never)).toThrow(
    /ScalingConfig/,
  );
  expect(() => change({ MaximumRetryAttempts: 2 })).toThrow(/^Unsupported parameter/);
});

test('a change keeps what it does not name', () => {
  expect(change({ Enabled: false })).toMatchObject({ ...before, enabled: false });
  expect(change({ FunctionResponseTypes: [] })).toMatchObject({ reportsItems: false, batchSize: 10 });
  expect(change({ FilterCriteria: { Filters: [{ Pattern: '{"body":["a"]}' }] } }).filters).toEqual([
    '{"body":["a"]}',
  ]);
});

test.each([
  [
    { BatchSize: 11 },
    'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
  ],
  [{ FilterCriteria: { Filters: [{ Pattern: '{' }] } }, 'Invalid filter pattern definition.'],
])('%j is refused', (input, message) => {
  expect(() => change(input)).toThrow(
    expect.objectContaining({ code: 'InvalidParameterValueException', message }),
  );
});

test.each([
  [
    'arn:aws:sqs:ap-northeast-1:123456789012:jobs',
    'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs',
  ],
  [
    'arn:aws:sqs:ap-northeast-1:123456789012:jobs.fifo',
    'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs.fifo',
  ],
  ['arn:aws:kinesis:ap-northeast-1:123456789012:stream/s', undefined],
])('%s is the queue %s', (arn, url) => {
  expect(queueUrlOf(arn)).toBe(url);
});
