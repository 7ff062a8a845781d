import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRecording, printRecording } from '../../../src/recording/files/format.ts';
import type { Recording } from '../../../src/recording/types.ts';
import { runs } from '../../runs.ts';

const text = fc.string({ unit: 'binary' });
const content = fc.oneof(
  text,
  fc.uint8Array().map((bytes) => ({ base64: Buffer.from(bytes).toString('base64') })),
);
const path = text.map((name) => `/home/ec2-user/${name}`);
const instant = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());
const recordings: fc.Arbitrary<Recording> = fc.record({
  page: text,
  provenance: fc.record({
    date: instant,
    target: fc.constantFrom('sandbox' as const, 'live' as const),
    cli: text,
    regions: fc.array(text),
    locales: fc.array(text),
  }),
  steps: fc.array(
    fc.record({
      id: text,
      script: text,
      endedAt: instant,
      calls: fc.array(
        fc.record({
          arguments: fc.array(text),
          stdout: content,
          stderr: content,
          exitCode: fc.nat(255),
          files: fc.array(fc.record({ path, mode: fc.constantFrom('600', '644'), content })),
          removed: fc.array(path),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
});

test('what is printed is read back as it was', () => {
  fc.assert(
    fc.property(recordings, (recording) => {
      expect(parseRecording(printRecording(recording))).toEqual({ recording });
    }),
    { numRuns: runs(100) },
  );
});

const good = printRecording({
  page: 'course/page',
  provenance: {
    date: '2026-01-05T00:00:00.000Z',
    target: 'sandbox',
    cli: 'aws-cli/2.9.19',
    regions: [],
    locales: ['ja'],
  },
  steps: [
    {
      id: 'step-1',
      script: 'aws sts get-caller-identity',
      endedAt: '2026-01-05T00:00:01.000Z',
      calls: [
        {
          arguments: ['sts', 'get-caller-identity'],
          stdout: 'あ\n',
          stderr: '',
          exitCode: 0,
          files: [],
          removed: [],
        },
      ],
    },
  ],
});

test('a recording reads well', () => {
  expect(good).toMatchSnapshot();
});

test('every truncated recording is refused', () => {
  fc.assert(
    fc.property(fc.nat(good.length - 3), (length) => {
      expect(parseRecording(good.slice(0, length))).toHaveProperty('problem');
    }),
  );
});

test.each([
  ['an empty file', ''],
  ['another JSON', '{"pages": []}'],
  ['no object', '[1, 2]'],
  ['null', 'null'],
  ['a later version', good.replace('"version": 1', '"version": 2')],
  ['a call without its exit code', good.replace(/"exitCode": 0,/, '')],
  ['a key that it does not know', good.replace('"page"', '"pages"')],
  ['a path that leads out of the home', good.replace('"stdout"', '"removed": ["x"], "stdout"')],
])('%s is refused', (_, broken) => {
  expect(parseRecording(broken)).toMatchSnapshot();
});
