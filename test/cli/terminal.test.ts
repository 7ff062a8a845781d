import { expect, test } from 'vitest';
import { countDown } from '../../src/cli/terminal.ts';

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
