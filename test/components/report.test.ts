import { expect, it } from 'vitest';
import { remaining } from '../../src/components/AwsContext/remaining.ts';
import { issueAddress } from '../../src/components/ReportIssueLink/report.ts';
import type { SessionStepOutcome } from '../../src/session/index.ts';

const words = { title: 'A step', ask: 'What happened?' };
const reported = { page: 'c/p', step: 'step-1', locale: 'en', version: 'abc' };
const bodyOf = (outcome: SessionStepOutcome | undefined) =>
  new URL(issueAddress('https://git.example/r', words, { ...reported, outcome })).searchParams.get('body');

it('an issue says where it was, and what differed without a value of it', () => {
  const secret = 'wJalrXUtnFEMI';
  const body = bodyOf({
    status: 'failed',
    reason: secret,
    output: { stdout: secret, stderr: secret, exitCode: 0 },
    verdict: {
      ...{ passed: false, notices: [], accepted: [], diff: [{ kind: 'actual', text: secret }] },
      differences: [{ kind: 'value', path: 'Credentials.SecretAccessKey', actual: secret, message: secret }],
    },
  });
  expect(body).toBe(`- page: c/p
- step: step-1
- language: en
- version: abc
- result: failed
  - value Credentials.SecretAccessKey

What happened?
`);
});

it('an issue may be about a step that was not run, or was stopped', () => {
  expect(bodyOf(undefined)).toContain('- result: not run on the page\n\n');
  const output = { stdout: '', stderr: '', exitCode: 124, stopped: 'too slow' };
  expect(bodyOf({ status: 'failed', reason: 'x', output })).toContain('- result: failed\n  - stopped\n');
});

it.each([
  [899_001, '15:00'],
  [59_000, '00:59'],
  [1, '00:01'],
  [-5, '00:00'],
  [3_600_000, '1:00:00'],
  [43_199_000, '11:59:59'],
])('%i ms are shown as %s', (ms, shown) => {
  expect(remaining(ms)).toBe(shown);
});
