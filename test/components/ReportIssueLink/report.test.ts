import { expect, it } from 'vitest';
import { issueAddress } from '../../../src/components/ReportIssueLink/report.ts';
import type { SessionStepOutcome } from '../../../src/session/index.ts';

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
