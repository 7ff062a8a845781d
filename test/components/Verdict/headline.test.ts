import { expect, test } from 'vitest';
import { Headline, verdictKind } from '../../../src/components/Verdict/headline.tsx';
import type { SessionStepOutcome } from '../../../src/session/index.ts';
import { words } from '../markup.ts';

const output = { stdout: '', stderr: '', exitCode: 0 };
const verdict = (lines: number) => ({
  passed: true,
  diff: Array.from({ length: lines }, () => ({ kind: 'same', text: '' })),
});

test.each([
  [{ status: 'skipped', reason: 'x' }, 'skipped'],
  [{ status: 'failed', output: { ...output, stopped: 'x' } }, 'stopped'],
  [{ status: 'failed', output }, 'differs'],
  [{ status: 'passed' }, 'elapsed'],
  [{ status: 'passed', output, verdict: verdict(2) }, 'expected'],
  [{ status: 'passed', output, verdict: verdict(0) }, 'succeeded'],
])('%j is %s', (outcome, kind) => {
  expect(verdictKind(outcome as unknown as SessionStepOutcome)).toBe(kind);
});

test('a reason stands beside the verdict', () => {
  expect(words(Headline, { kind: 'skipped', reason: 'too slow' })).toBe('ここでは実行しません理由: too slow');
  expect(words(Headline, { kind: 'expected' })).toBe('期待どおりです');
});
