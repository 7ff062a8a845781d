import { describe, expect, it } from 'vitest';
import { judgePasted } from '../../../src/practice/index.ts';
import { cleanPasted } from '../../../src/practice/pasted/clean.ts';
import { type RunnableStep, readPage } from '../../../src/procedure/index.ts';
import { source } from '../course.ts';

describe('what was copied around a result is taken off', () => {
  const script = 'aws s3 ls \\\n  --human-readable';
  it.each([
    ['nothing else', 'a\nb\n', 'a\nb\n'],
    ['spaces, line ends of Windows, spaces that do not break', 'a\u00a0b  \r\nc\r\n\r\n', 'a b\nc\n'],
    ['the command', `${script}\nout\n`, 'out\n'],
    ['prompts', '[me@host ~]$ aws s3 ls \\\n>   --human-readable\nout\n[me@host ~]$ ', 'out\n'],
    ['other prompts', '❯ aws s3 ls \\\n--human-readable\nout\n❯', 'out\n'],
    ['a prompt after the result only', 'out\nme@host:~/environment$', 'out\n'],
    ['colours', '\u001b[32mout\u001b[0m\u001b]0;title\u0007\n', 'out\n'],
    ['nothing but the command', '$ aws s3 ls \\\n> --human-readable', ''],
    // Neither is a prompt.
    ['amounts', 'cost: 5$\n', 'cost: 5$\n'],
    ['another command', '$ aws s3 mb x\nout', '$ aws s3 mb x\nout\n'],
  ])('%s', (_what, pasted, expected) => {
    expect(cleanPasted(pasted, script)).toBe(expected);
  });
});

const { page: procedure } = readPage(source('ja', 'run-commands'), {
  ...{ id: 'sts-session-token/run-commands', file: 'run-commands.mdx', locale: 'ja' },
});
const steps = (procedure?.steps ?? []).filter((step): step is RunnableStep => step.role !== 'elapse');
const step = (script: string, nth = 0) => {
  const found = steps.filter((one) => one.script.trim() === script)[nth];
  if (!found) throw new Error(`no step runs ${script}`);
  return found;
};
/** Strings of the course's account, as `accountStrings` gives them. */
const strings = new Set(['123456789012', 'example-bucket', 'handson-cloud9', 'vpc-03b6793be492e9eaa']);
const judged = (one: RunnableStep, pasted: string) => {
  const outcome = judgePasted(one, pasted, strings);
  const accepted = outcome.status === 'skipped' ? [] : outcome.verdict?.accepted;
  return {
    passed: outcome.status === 'passed',
    says: outcome.status === 'failed' ? outcome.reason : undefined,
    accepted,
  };
};

describe("a result from the reader's own account", () => {
  it('passes with whatever stands for the account, marked as such', () => {
    const { passed, accepted } = judged(
      step('aws s3 ls'),
      '$ aws s3 ls\n2024-02-29 12:34:56 my-own.bucket\n',
    );
    expect(passed).toBe(true);
    expect(accepted).toContainEqual(
      expect.objectContaining({ type: 'account-data', actual: 'my-own.bucket' }),
    );
  });

  it('passes as an error, whatever the CLI version says before it', () => {
    const message =
      'An error occurred (InvalidClientTokenId) when calling the ListUsers operation: The security token included in the request is invalid';
    for (const pasted of [message, `\n${message}\n`, `aws: [ERROR]: ${message}\n`])
      expect(judged(step('aws iam list-users'), pasted)).toMatchObject({ passed: true });
  });

  it.each([
    ['aws iam list-users', '{ "Users": [] }', /The example is an AWS error, but the output is not/],
    [
      'aws s3 ls',
      'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied',
      /the step failed with exit code 254/,
    ],
    ['aws s3 ls', '', /./],
    ['aws ec2 describe-vpcs', '{ "Vpcs": [] }', /./],
    ['aws ec2 describe-vpcs', '{ "Vpcs": [', /./],
  ])('fails where `%s` printed %j', (script, pasted, says) => {
    const found = judged(step(script), pasted);
    expect(found.passed).toBe(false);
    expect(found.says).toMatch(says);
  });

  it('fails where the same command should have expired', () => {
    expect(judged(step('aws s3 ls', 1), '2024-02-29 12:34:56 mine\n').passed).toBe(false);
  });

  it('judges a check of variables', () => {
    const [check] = steps.filter(({ role }) => role === 'check');
    const print = (file: string) =>
      `  # 0. AWS_SHARED_CREDENTIALS_FILE:"/home/anna/x.ini"\n       AWS_SHARED_CREDENTIALS_FILE="${file}"\n`;
    expect(check && judged(check, print('/home/anna/x.ini')).passed).toBe(true);
    expect(check && judged(check, print('')).passed).toBe(false);
  });
});

it('takes an expiry for what it is, however long ago it was printed', () => {
  const { page } = readPage(source('ja', 'get-session-token'), {
    ...{ id: 'sts-session-token/get-session-token', file: 'x.mdx', locale: 'ja' },
  });
  const asked = page?.steps.find((one) => one.role === 'command' && /get-session-token/.test(one.script));
  const pasted = (expiration: string) => `{
    "Credentials": {
        "AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
        "SecretAccessKey": "(hidden)",
        "SessionToken": "(hidden)",
        "Expiration": "${expiration}"
    }
}`;
  expect(judged(asked as RunnableStep, pasted('2019-03-01T10:00:00+00:00')).passed).toBe(true);
  expect(judged(asked as RunnableStep, pasted('soon')).passed).toBe(false);
});

it("takes the reader's home for the one in the page", () => {
  const { page } = readPage(source('ja', 'get-session-token'), {
    ...{ id: 'sts-session-token/get-session-token', file: 'x.mdx', locale: 'ja' },
  });
  const find = page?.steps.find((one) => one.role === 'command' && one.script.startsWith('find'));
  const file = 'environment/tmp-handson-cli-sts-session-token/handson-cli-sts-session-token.ini';
  expect(judged(find as RunnableStep, `/Users/anna/${file}\n`).passed).toBe(true);
  expect(judged(find as RunnableStep, `/Users/anna/elsewhere\n`).passed).toBe(false);
});
