import { expect, test } from 'vitest';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { markOf, renderOutput, transcriptOf, typedScript } from '../../../src/session/terminal/transcript.ts';
import type { EventResult } from '../../../src/session/types.ts';

const texts = {
  elapsed: (ms: number) => `(${ms} ms)`,
  tooMany: String,
  tooLong: String,
  judged: (number: number, isExpected: boolean) => `step ${number} ${isExpected ? 'fits' : 'differs'}`,
  ...{ ended: 'a new shell', begunAnew: '', broken: '' },
};
const source = '```bash setup\ntrue\n```\n\n```bash command id=ls\nls\n```\n';
const page = readPage(source, { id: 'course/page', file: 'page.mdx', locale: 'ja' }).page as Page;
const output = { stdout: 'a\n', stderr: '', exitCode: 0 };
const typed = { script: 'ls', lines: 0 };
const step = (more: object = {}, outcome: object = { status: 'passed', output }): EventResult =>
  ({
    event: { kind: 'step', ref: { page: page.id, step: 'ls' }, script: 'ls -l', at: 0, ...more },
    outcome,
  }) as EventResult;

test('a command of the page stands behind the prompt, with its output', () => {
  expect(transcriptOf(step(), [page], texts)).toBe('$ ls -l\r\na\r\n');
});

test('a typed one is shown as it was typed, line by line, and with its verdict', () => {
  const performed = step({ typed: { script: 'l\\\ns', lines: 0 } });
  expect(transcriptOf(performed, [page], texts)).toBe(
    '$ l\\\r\n> s\r\na\r\n\x1b[32m✓ step 1 fits\x1b[39m\r\n',
  );
});

test('what is not as expected is marked so', () => {
  expect(markOf(step({ typed }, { status: 'failed', reason: '', output }), [page], texts)).toContain(
    '✗ step 1 differs',
  );
});

test.each([
  ['a step of a button', step()],
  ['a skipped step', step({ typed }, { status: 'skipped', reason: 'x' })],
])('%s has no mark', (_, performed) => {
  expect(markOf(performed, [page], texts)).toBe('');
});

test('what runs unseen on the page is not seen', () => {
  const performed = step({ ref: { page: page.id, step: 'step-1' } });
  expect(transcriptOf(performed, [page], texts)).toBe('');
});

test('time that passes is one grey line', () => {
  expect(transcriptOf({ event: { kind: 'elapse', ms: 5, at: 0 } }, [page], texts)).toBe(
    '\x1b[90m(5 ms)\x1b[39m\r\n',
  );
});

test.each([
  ['both streams', { stdout: 'a', stderr: 'b\n' }, 'a\r\nb\r\n'],
  [
    'pieces in their order',
    { stdout: 'ac', stderr: 'b', pieces: ['a', 'b', 'c\n'].map((text) => ({ text })) },
    'abc\r\n',
  ],
  ['the end of the shell', { stdout: 'a\n', ended: true }, 'a\r\na new shell\r\n'],
  ['a reason to stop', { stopped: 'too long' }, 'too long\r\n'],
  ['an interrupt', { exitCode: 130, stopped: 'by the reader' }, '^C\r\n'],
  ['nothing', {}, ''],
])('output shows %s', (_, more, shown) => {
  const printed = { stdout: '', stderr: '', exitCode: 0, ...more } as Parameters<typeof renderOutput>[0];
  expect(renderOutput(printed, texts)).toBe(shown);
});

test('only what was typed has a typed script', () => {
  expect(typedScript({ kind: 'typed', script: 'a', at: 0 })).toBe('a');
  expect(typedScript(step({ typed }).event)).toBe('ls');
  expect(typedScript(step().event)).toBeUndefined();
  expect(typedScript({ kind: 'elapse', ms: 1, at: 0 })).toBeUndefined();
});
