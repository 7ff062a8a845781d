import { expect, test } from 'vitest';
import { parseBasicTime, parseDateHeader } from '../../../../src/aws/sandbox/authentication/timestamp.ts';

test.each([
  ['20260105T120000Z', '2026-01-05T12:00:00.000Z'],
  ['20261305T120000Z', undefined],
  ['20260105T250000Z', undefined],
  ['20260105T120000', undefined],
  ['2026-01-05T12:00:00Z', undefined],
  ['', undefined],
])('the signature time "%s" is %s', (text, time) => {
  expect(parseBasicTime(text)?.toISOString()).toBe(time);
});

test.each([
  ['20260105T120000Z', '20260105T120000Z'],
  ['Mon, 05 Jan 2026 12:00:00 GMT', '20260105T120000Z'],
  ['Mon, 05 Jan 2026 12:00:00 +0000', '20260105T120000Z'],
  ['Mon, 05 Jan 2026 12:00:00', undefined],
  ['Mon, 05 Jan 2026 12:00:00 +0900', undefined],
  ['nonsense GMT', undefined],
])('the Date header "%s" is %s', (text, timestamp) => {
  expect(parseDateHeader(text)?.timestamp).toBe(timestamp);
});
