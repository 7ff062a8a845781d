import { expect, test } from 'vitest';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { eventFor, isStopped, refsOf, STOPPED, stopped } from '../../../src/session/engine/session-events.ts';

const source = [
  '---',
  'tejun:',
  '  variables: { BUCKET: { default: example-bucket } }',
  '---',
  '',
  '```bash command id=make',
  'aws s3 mb s3://example-bucket',
  '```',
  '',
  '<Elapse id="wait" duration="1m" />',
].join('\n');
const page = readPage(source, { id: 'course/page', file: 'page.mdx', locale: 'ja' }).page as Page;
const ref = (step: string) => ({ page: page.id, step });

test("a step becomes an entry with the reader's values in its script", () => {
  expect(eventFor(ref('make'), [page], {})?.(7)).toEqual({
    kind: 'step',
    ref: ref('make'),
    script: 'aws s3 mb s3://example-bucket',
    at: 7,
  });
  expect(eventFor(ref('make'), [page], { BUCKET: 'mine' })?.(7)).toMatchObject({
    script: 'aws s3 mb s3://mine',
    values: { BUCKET: 'mine' },
  });
});

test('passing time becomes one, too', () => {
  expect(eventFor(ref('wait'), [page], {})?.(7)).toEqual({
    kind: 'elapse',
    ref: ref('wait'),
    ms: 60_000,
    at: 7,
  });
});

test.each([ref('gone'), { page: 'gone', step: 'make' }])(
  'a step that no longer exists becomes none',
  (gone) => {
    expect(eventFor(gone, [page], {})).toBeUndefined();
  },
);

test('a stopped step has failed; a typed one counts as typed only', () => {
  const event = { kind: 'step', ref: ref('make'), script: 'a', at: 1 } as const;
  expect(stopped(event)).toMatchObject({ event, outcome: { status: 'failed', output: STOPPED } });
  expect(stopped({ ...event, typed: { script: 'b', lines: 0 } })).toEqual({
    event: { kind: 'typed', script: 'b', at: 1 },
    output: STOPPED,
  });
  expect(isStopped(stopped(event))).toBe(true);
  expect(isStopped({ output: { stdout: '', stderr: '', exitCode: 130 } })).toBe(false);
});

test('the steps among the events are listed in order', () => {
  expect(
    refsOf([
      { kind: 'typed', script: 'a', at: 0 },
      { kind: 'step', ref: ref('make'), script: 'a', at: 1 },
      { kind: 'elapse', ms: 1, at: 2 },
      { kind: 'elapse', ms: 1, at: 3, ref: ref('wait') },
    ]),
  ).toEqual([ref('make'), ref('wait')]);
});
