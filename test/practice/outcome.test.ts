import { expect, test } from 'vitest';
import type { Verdict } from '../../src/matching/index.ts';
import { joinOutputs, stepOutcome } from '../../src/practice/outcome.ts';
import type { ShellOutput } from '../../src/shell/index.ts';

const output: ShellOutput = { stdout: 'a', stderr: '', exitCode: 0 };
const verdict = (passed: boolean, ...messages: string[]) =>
  ({ passed, differences: messages.map((message) => ({ message })), notices: [] }) as unknown as Verdict;
const diagnosis = { lesson: 'x' } as never;

test('a step that is as its example passed', () => {
  expect(stepOutcome(output, verdict(true), diagnosis)).toEqual({
    status: 'passed',
    output,
    verdict: verdict(true),
  });
});

test('a step that was stopped failed for that reason, whatever it printed', () => {
  const stopped = { ...output, stopped: 'too long' };
  expect(stepOutcome(stopped, verdict(true))).toMatchObject({ status: 'failed', reason: 'too long' });
});

test('the first difference is the reason, with why it is so', () => {
  expect(stepOutcome(output, verdict(false, 'one', 'two'), diagnosis)).toMatchObject({
    status: 'failed',
    reason: 'one',
    diagnosis,
  });
  expect(stepOutcome(output, verdict(false))).toMatchObject({ reason: expect.stringContaining('differs') });
});

test('outputs of lines are joined, and end as the last of them', () => {
  const first = { stdout: 'a\n', stderr: 'x\n', exitCode: 1 };
  const last = { stdout: 'b\n', stderr: '', exitCode: 3, pieces: [], ended: true };
  expect(joinOutputs([first], last)).toEqual({ stdout: 'a\nb\n', stderr: 'x\n', exitCode: 3, ended: true });
  expect(joinOutputs([], last)).toBe(last);
});
