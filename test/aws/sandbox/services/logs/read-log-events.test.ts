import {
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { NAMES, openStream } from './open-stream.ts';

standStill();

const DAY = 86_400_000;

const ARN = 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/app/web';

describe('events', () => {
  test('are read in the order of their times, whenever they came', async () => {
    const { put, messages } = await openStream();
    await put([1000, 'b'], [1000, 'c']);
    await put([0, 'a'], [1000, 'd']);
    expect(await messages()).toEqual(['a', 'b', 'c', 'd']);
    expect(await messages({ startTime: START.getTime() + 1, endTime: START.getTime() + 1000 })).toEqual([]);
  });

  test('are walked forward and backward, and the tokens stay at both ends', async () => {
    const { put, get } = await openStream();
    await put(...[0, 1, 2, 3, 4].map((n): [number, string] => [n, String(n)]));
    const first = await get({ limit: 2, startFromHead: true });
    const second = await get({ limit: 2, nextToken: first.nextForwardToken });
    expect(second.events?.map(({ message }) => message)).toEqual(['2', '3']);
    const back = await get({ limit: 9, nextToken: second.nextBackwardToken });
    expect(back.events?.map(({ message }) => message)).toEqual(['0', '1']);
    const third = await get({ nextToken: second.nextForwardToken });
    const end = await get({ nextToken: third.nextForwardToken });
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(third.nextForwardToken);
    await put([5, '5']);
    expect((await get({ nextToken: end.nextForwardToken })).events?.[0]?.message).toBe('5');
    // Without a token the newest come first.
    expect((await get({ limit: 1 })).events?.[0]?.message).toBe('5');
  });

  test('that are too old, expired or too new are left out, and the answer says which', async () => {
    const { logs, put, messages } = await openStream();
    expect((await put([-14 * DAY - 1, 'old'])).rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    const { rejectedLogEventsInfo } = await put([0, 'now'], [7_200_000, 'soon'], [7_200_001, 'later']);
    expect(rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 2 });
    await logs.send(new PutRetentionPolicyCommand({ logGroupName: '/app/web', retentionInDays: 3 }));
    expect((await put([-3 * DAY - 1, 'expired'], [-3 * DAY, 'kept'])).rejectedLogEventsInfo).toEqual({
      expiredLogEventEndIndex: 1,
    });
    expect(await messages()).toEqual(['kept', 'now', 'soon']);
  });

  test('go by the retention and the clock of the account', async () => {
    const { logs, clock, put, messages } = await openStream();
    await put([0, 'first'], [1000, 'second']);
    await logs.send(new PutRetentionPolicyCommand({ logGroupName: '/app/web', retentionInDays: 1 }));
    clock.elapse(DAY);
    expect(await messages()).toEqual(['first', 'second']);
    clock.elapse(1);
    expect(await messages()).toEqual(['second']);
    clock.elapse(1000);
    expect(await messages()).toEqual([]);
  });

  test('are refused as AWS refuses a batch', async () => {
    const { put } = await openStream();
    expect(await refusal(put([1, 'b'], [0, 'a']))).toMatchObject({
      code: 'InvalidParameterException',
      message: 'Log events in a single PutLogEvents request must be in chronological order.',
    });
    expect((await refusal(put([-DAY - 1, 'a'], [0, 'b']))).message).toContain(
      'cannot span more than 24 hours',
    );
    expect((await refusal(put([0, 'x'.repeat(1_048_551)]))).message).toBe(
      'Upload too large: 1048577 bytes exceeds limit of 1048576',
    );
    expect((await refusal(put([0, '']))).message).toBe(
      "1 validation error detected: Value '' at 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  });

  test('are filtered over all streams, page by page', async () => {
    const { logs, put } = await openStream();
    await logs.send(new CreateLogStreamCommand({ ...NAMES, logStreamName: 'two' }));
    await put([0, 'ERROR a'], [2, 'ok'], [3, 'ERROR c']);
    const event = { timestamp: START.getTime() + 1, message: 'ERROR b' };
    await logs.send(new PutLogEventsCommand({ ...NAMES, logStreamName: 'two', logEvents: [event] }));
    const page = (nextToken?: string) =>
      logs.send(
        new FilterLogEventsCommand({ logGroupIdentifier: ARN, filterPattern: 'ERROR', limit: 2, nextToken }),
      );
    const first = await page();
    expect(first.events?.map(({ logStreamName, message }) => [logStreamName, message])).toEqual([
      ['one', 'ERROR a'],
      ['two', 'ERROR b'],
    ]);
    const second = await page(first.nextToken);
    expect(second.events?.map(({ message }) => message)).toEqual(['ERROR c']);
    expect(second.nextToken).toBeUndefined();
  });
});
