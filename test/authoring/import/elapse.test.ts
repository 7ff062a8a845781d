import { expect, test } from 'vitest';
import { withElapse } from '../../../src/authoring/import/elapse.ts';
import type { ImportedItem } from '../../../src/authoring/import/types.ts';

const place = { line: 1, endLine: 1, indent: '' };
const prose = (text: string): ImportedItem => ({ ...place, kind: 'prose', lines: [text] });
const step = (script: string): ImportedItem => ({ ...place, kind: 'step', role: 'command', body: [script] });
const result = (text: string): ImportedItem => ({ ...place, kind: 'result', body: [text] });
const expired = result('An error occurred (ExpiredToken) when calling the ListBuckets operation: expired');
const kinds = (...items: ImportedItem[]): string[] =>
  withElapse(items).map((item) => (item.kind === 'elapse' ? `elapse ${item.duration}` : item.kind));

test.each([
  ['15分待ちます。', '15m'],
  ['1時間が経過するまで', '1h'],
  ['Wait for 30 seconds.', '30s'],
  ['after 2 days', '2d'],
])('%s lets %s pass', (text, duration) => {
  expect(kinds(prose(text))).toEqual(['prose', 'doubt', `elapse ${duration}`]);
});

test.each(['0分待ちます。', '15分の1', 'Wait a moment.'])('%s names no time', (text) => {
  expect(kinds(prose(text))).toEqual(['prose']);
});

test('time passes before what has expired: as long as the session was asked for, else 15 minutes', () => {
  expect(kinds(step('aws s3 ls'), expired)).toEqual(['doubt', 'elapse 15m', 'step', 'result']);
  const session = step('aws sts get-session-token --duration-seconds 930');
  expect(kinds(session, result('{}'), step('aws s3 ls'), expired)).toEqual([
    ...['step', 'result', 'doubt', 'elapse 930s', 'step', 'result'],
  ]);
});

test('a wait that the text names is not proposed again', () => {
  expect(kinds(prose('15分待ちます。'), step('aws s3 ls'), expired)).toEqual([
    ...['prose', 'doubt', 'elapse 15m', 'step', 'result'],
  ]);
});
