import { describe, expect, it } from 'vitest';

import { clientErrorFormat } from '../../../src/matching/formats/client-error.ts';
import { match } from '../../../src/matching/index.ts';
import { context, example, printed } from '../run.ts';

const CREDENTIALS = 'Unable to locate credentials. You can configure credentials by running "aws configure".';

describe('errors of the AWS CLI itself', () => {
  it.each([
    [CREDENTIALS, true],
    [`\n${CREDENTIALS}`, true],
    [`aws: [ERROR]: An error occurred (NoCredentials): ${CREDENTIALS}`, true],
    ['usage: aws [options] <command>', true],
    ['Unable to open the file', false],
  ])('%j is one: %s', (body, expected) => {
    expect(clientErrorFormat.recognises(example('text', body))).toBe(expected);
  });

  const run = (body: string, stderr: string, exitCode = 253) =>
    match(example('text', body), printed('', { stderr, exitCode }), context());

  it('differ between versions in what stands before them only', () => {
    expect(run(CREDENTIALS, `aws: [ERROR]: An error occurred (NoCredentials): ${CREDENTIALS}\n`).passed).toBe(
      true,
    );
    expect(run(CREDENTIALS, '\nYou must specify a region.\n').passed).toBe(false);
    expect(run(CREDENTIALS, `\n${CREDENTIALS}\n`, 254).passed).toBe(false);
  });

  it('are no output', () => {
    const [difference] = run(CREDENTIALS, 'all is well').differences;
    expect(difference?.message).toBe(
      'The example is an error of the AWS CLI itself, but the output is not: it begins with "all is well".',
    );
  });
});
