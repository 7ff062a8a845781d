import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const good = { Source: 'shop', DetailType: 'order', Detail: '{"id":1}' };

// Texts as recorded on AWS or quoted by its users.
test.each<[object, string, string]>([
  [
    { ...good, Source: '' },
    'InvalidArgument',
    'Parameter Source is not valid. Reason: Source is a required argument.',
  ],
  [
    { Source: 'a', DetailType: 'b' },
    'InvalidArgument',
    'Parameter Detail is not valid. Reason: Detail is a required argument.',
  ],
  [{ ...good, Source: 'aws.s3' }, 'NotAuthorizedForSourceException', 'Not authorized for the source.'],
  [{ ...good, Detail: '[1]' }, 'MalformedDetail', 'Detail is malformed.'],
  [{ ...good, Detail: '{' }, 'MalformedDetail', 'Detail is malformed.'],
])('%j fails beside one that succeeds', async (bad, ErrorCode, ErrorMessage) => {
  const { call } = openService('events');
  expect(await call('PutEvents', { Entries: [bad, good] })).toEqual({
    FailedEntryCount: 1,
    Entries: [{ ErrorCode, ErrorMessage }, { EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) }],
  });
});

test('entries have 256 KB together', async () => {
  const { call, refused } = openService('events');
  const entry = (bytes: number) => ({
    Source: 's',
    DetailType: 't',
    Detail: JSON.stringify('x'.repeat(bytes)),
  });
  expect(await refused('PutEvents', { Entries: [entry(200_000), entry(100_000)] })).toMatchObject({
    code: 'ValidationException',
  });
  await call('PutEvents', { Entries: [entry(200_000)] });
});

test('a pattern is tested against an event', async () => {
  const { call, refused } = openService('events');
  const Event = JSON.stringify({ id: '1', source: 'shop', detail: { price: 7 } });
  const matches = async (EventPattern: object) =>
    (await call('TestEventPattern', { EventPattern: JSON.stringify(EventPattern), Event })).Result;
  expect(await matches({ source: ['shop'], detail: { price: [{ numeric: ['>', 5] }] } })).toBe(true);
  expect(await matches({ source: ['other'] })).toBe(false);
  expect(await refused('TestEventPattern', { EventPattern: '{"source":["a"]}', Event: '[]' })).toMatchObject({
    message: 'Parameter Event is not valid.',
  });
});
