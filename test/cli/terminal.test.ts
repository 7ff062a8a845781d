import { expect, test } from 'vitest';
import { countDown, createProgressLine } from '../../src/cli/terminal.ts';
import { aPage, aStep } from '../doctest/pages.ts';

/** Collects the text that is written while time passes as given. */
function waiting(durationMs: number, isTTY: boolean, passing: readonly number[]) {
  const written: string[] = [];
  let time = 0;
  let period = 0;
  let tick: (() => void) | undefined;
  const stop = countDown(durationMs, 'docs/c/page.mdx:7', {
    stream: { isTTY, write: (text) => written.push(text) },
    now: () => time,
    every: (milliseconds, call) => {
      [period, tick] = [milliseconds, call];
      return () => {
        tick = undefined;
      };
    },
  });
  for (const milliseconds of passing) {
    time += milliseconds;
    tick?.();
  }
  stop();
  expect(tick).toBeUndefined();
  return { written, period };
}

test('in a terminal one line is drawn again and again, and then removed', () => {
  const { written, period } = waiting(3_723_000, true, [1_000, 3_000_000, 800_000]);
  expect(period).toBe(1_000);
  expect(written.map((text) => text.replace('\r\x1b[2K', ''))).toEqual([
    'waiting  docs/c/page.mdx:7: 1:02:03 left',
    'waiting  docs/c/page.mdx:7: 1:02:02 left',
    'waiting  docs/c/page.mdx:7: 12:02 left',
    'waiting  docs/c/page.mdx:7: 0:00 left',
    '',
  ]);
  expect(written.every((text) => text.startsWith('\r\x1b[2K') && !text.includes('\n'))).toBe(true);
});

test('elsewhere a line is written now and then', () => {
  const { written, period } = waiting(900_000, false, [60_000]);
  expect(period).toBe(60_000);
  expect(written).toEqual([
    'waiting  docs/c/page.mdx:7: 15:00 left\n',
    'waiting  docs/c/page.mdx:7: 14:00 left\n',
  ]);
});

test.each([
  [30, 'page', 'running  ja  course/page:4 st'],
  [30, '手順の保存', 'running  ja  course/手順の保'],
  [0, 'page', 'running  ja  course/page:4 step-1'],
  [undefined, 'page', 'running  ja  course/page:4 step-1'],
])('the step that runs is named in one line of a terminal with %s columns: %s', (columns, page, line) => {
  const written: string[] = [];
  const stream = { isTTY: true, columns: columns as number, write: (text: string) => written.push(text) > 0 };
  const progress = createProgressLine(stream as Parameters<typeof createProgressLine>[0], () => 0);
  progress.show(aPage(page), aStep(1));
  progress.clear();
  expect(written).toEqual([`\r\x1b[2K${line}`, '\r\x1b[2K']);
});

test('a log has no line for a step', () => {
  const written: string[] = [];
  const stream = { isTTY: false, columns: 80, write: (text: string) => written.push(text) > 0 };
  const progress = createProgressLine(stream as Parameters<typeof createProgressLine>[0]);
  progress.show(aPage('page'), aStep(1));
  progress.clear();
  expect(written).toEqual([]);
});
