import { createInterface } from 'node:readline/promises';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createWalker } from '../../src/cli/walker.ts';
import { aPage } from '../doctest/pages.ts';
import { failedStep, pageReport, skippedStep, stepReport } from '../doctest/report/reports.ts';

const page = aPage('a', [], 3);

/** A walker whose reader gives these answers, one a line. */
function walking(answers?: string) {
  let text = '';
  const stdout = { isTTY: false, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream;
  const input = new PassThrough();
  if (answers !== undefined) input.end(answers);
  const walker = createWalker(stdout, answers === undefined ? undefined : createInterface({ input }));
  return { walker, printed: () => text };
}
const ask = async (answers?: string) => {
  const { walker } = walking(answers);
  const given: boolean[] = [];
  for (const step of page.steps) given.push(await walker.onStep(page, step));
  return given;
};

test('Enter runs a step, a runs all that follow, q and the end of the input end the run', async () => {
  expect(await ask('\n\n\n')).toEqual([true, true, true]);
  expect(await ask('a\n')).toEqual([true, true, true]);
  expect(await ask('\nQ\n')).toEqual([true, false, false]);
  expect(await ask('')).toEqual([false, false, false]);
  expect(await ask(undefined)).toEqual([true, true, true]);
});

test('a step is shown with its place, and what came of it', async () => {
  const { walker, printed } = walking();
  walker.onPage(page);
  await walker.onStep(page, page.steps[1] as (typeof page.steps)[number]);
  walker.onEnd(page, stepReport(), {
    status: 'passed',
    output: { stdout: '\u001b[2Jout\n', stderr: '', exitCode: 0 },
  });
  walker.onEnd(page, skippedStep, { status: 'skipped', reason: 'too slow' });
  walker.onEnd(page, failedStep, {
    status: 'failed',
    reason: 'x',
    output: { stdout: '', stderr: '', exitCode: 1 },
  });
  expect(printed()).toContain('# a\n');
  expect(printed()).toContain('[2/3]\n  echo 2\n');
  expect(printed()).toContain('␛[2Jout\n✓ as the page shows\n- not run: too # slow\nFAIL  ');
});

test('the summary counts steps', () => {
  const { walker, printed } = walking();
  walker.summarize([pageReport([stepReport(), failedStep, skippedStep], { errors: ['No account.'] })]);
  expect(printed()).toBe('\nNo account.\n\n1 passed, 1 failed, 1 not run\n');
});
