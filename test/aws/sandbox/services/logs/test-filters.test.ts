import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

// The example of the API reference, TestMetricFilter.
test('messages that match are numbered, with what the pattern finds in them', async () => {
  const { call } = openService('logs');
  const line = (status: number) =>
    `127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET / HTTP/1.0" ${status} 1534`;
  const { matches } = await call('TestMetricFilter', {
    filterPattern: '[..., status_code=5*, bytes]',
    logEventMessages: [line(200), line(500)],
  });
  expect(matches).toEqual([
    {
      ...{ eventNumber: 2, eventMessage: line(500) },
      extractedValues: expect.objectContaining({ $status_code: '500', $bytes: '1534', $1: '127.0.0.1' }),
    },
  ]);
});

test('a pattern that cannot be read is refused', async () => {
  const { refused } = openService('logs');
  expect(
    await refused('TestMetricFilter', { filterPattern: '{ $.a', logEventMessages: ['x'] }),
  ).toMatchObject({
    code: 'InvalidParameterException',
  });
});
