import { expect, test } from 'vitest';
import { mendOf } from '../../../src/doctest/report/mend.ts';
import type { DifferenceKind } from '../../../src/matching/index.ts';
import { readPage } from '../../../src/procedure/index.ts';
import type { ShellOutput } from '../../../src/shell/index.ts';
import { IDENTITY } from '../../procedure/page.ts';

/** The mend of a step with this info string and script that ended so. */
function mend(
  info: string,
  script: string,
  ended: Partial<ShellOutput>,
  kinds: readonly DifferenceKind[] = [],
) {
  const result = info === 'bash command' ? '\n```text result\n0\n```\n' : '';
  const { page } = readPage(`\`\`\`${info}\n${script}\n\`\`\`\n${result}`, IDENTITY);
  const [step] = page?.steps ?? [];
  if (!step) throw new Error('no step');
  const differences = kinds.map((kind) => ({ kind, path: '', message: '' }));
  return mendOf(step, {
    ...{ status: 'failed', reason: 'It failed.' },
    output: { stdout: '', stderr: '', exitCode: 1, ...ended },
    verdict: { passed: false, differences, notices: [], accepted: [], diff: [], bindings: new Map() },
  });
}

test.each([
  ['$ aws s3 ls', { exitCode: 127 }, 'The command begins with the prompt "$"'],
  ['aws\u3000s3 ls', { exitCode: 127 }, '(U+3000)'],
  ['aws s3\u00a0ls', { exitCode: 252 }, '(U+00A0)'],
  [
    'aws iam list-user',
    { stderr: "\n\nInvalid choice: 'list-user', maybe you meant:\n\n  * list-users\n  * get-user\n" },
    'Did you mean "list-users" / "get-user"?',
  ],
  ['vim a', { stderr: 'vim: not in the simulated shell: it has no terminal' }, 'has no vim.'],
  ['aws glacier x', { stderr: 'The built-in aws of Tejun has no glacier: it has s3.' }, 'has no glacier.'],
  ['curl -s https://example.com', { exitCode: 6 }, 'reaches AWS only'],
  ['sleep 9', { stopped: 'stopped after 9 ms: it took longer than its time-out' }, 'timeout=60s'],
] as const)('%s', (script, ended, expected) => {
  expect(mend('bash command', script, ended)).toContain(expected);
});

test('an exit code that is the only difference may be meant', () => {
  expect(mend('bash command', 'grep -c a b', {}, ['exit-code'])).toContain('"text result exit=1"');
  expect(mend('bash command', 'grep -c a b', {}, ['exit-code', 'value'])).toBeUndefined();
});

test('what sets variables and prints is another role', () => {
  expect(mend('bash env', 'echo $A', { exitCode: 0 }, ['stream'])).toContain('Write "bash command"');
  expect(mend('bash env', 'false', {}, ['exit-code'])).toBeUndefined();
});

test.each([
  ["echo '$ ls'; false", { exitCode: 1 }],
  ["echo 'a\u3000b'", { exitCode: 0 }],
  ['aws s3 ls', { stderr: 'An error occurred (AccessDenied)', exitCode: 254 }],
])('%s is no such mistake', (script, ended) => {
  expect(mend('bash command', script, ended, ['value'])).toBeUndefined();
});
