import { describe, expect, it } from 'vitest';

import { readError } from '../../../src/matching/formats/aws-error.ts';
import { match } from '../../../src/matching/index.ts';
import { context, example, printed } from '../run.ts';

const ERROR = 'An error occurred (AccessDenied) when calling the GetUser operation: no';
const fails = (body: string, stderr: string, exitCode = 254) =>
  match(example('text', body), printed('', { stderr, exitCode }), context()).differences.map(
    ({ kind }) => kind,
  );

describe('readError', () => {
  it.each([
    [
      ERROR,
      {
        code: 'AccessDenied',
        operation: 'GetUser',
        message: ['no'],
        prefix: '',
        isOldWording: false,
        line: 1,
      },
    ],
    [`\n\n${ERROR}`, { line: 3 }],
    [`aws: [ERROR]: ${ERROR}`, { prefix: '' }],
    [`upload failed: ./a to s3://b/a ${ERROR}`, { prefix: 'upload failed: ./a to s3://b/a' }],
    [
      ERROR.replace('operation', 'operation (reached max retries: 4)'),
      { operation: 'GetUser', message: ['no'] },
    ],
    [
      ERROR.replace('An error occurred', 'A client error').replace(') when', ') occurred when'),
      { isOldWording: true },
    ],
    [`${ERROR}\nmore`, { message: ['no', 'more'] }],
  ])('%s', (text, expected) => expect(readError(text)).toMatchObject(expected));

  it('leaves details out where the example has none', () => {
    const text = `${ERROR}\n\nAdditional error details:\nType: x`;
    expect(readError(text, false)?.message).toEqual(['no']);
    expect(readError(text)?.message).toHaveLength(4);
  });

  it.each(['ok', '', 'An error occurred: x'])('%j is none', (text) =>
    expect(readError(text)).toBeUndefined(),
  );
});

describe('an error as an example', () => {
  it.each([
    [ERROR, `\n${ERROR}\n`, []],
    [ERROR.replace(': no', ': n...'), `\n${ERROR}\n`, ['value']],
    [
      ERROR.replace(': no', ': The user was not ...'),
      `\n${ERROR.replace('no', 'The user was not found')}\n`,
      [],
    ],
    [ERROR, `\n${ERROR.replace('AccessDenied', 'NoSuchEntity')}\n`, ['error-code']],
    [ERROR, `\n${ERROR.replace('GetUser', 'GetRole')}\n`, ['operation']],
    [ERROR, 'Segmentation fault', ['form']],
  ])('%s against %j', (body, stderr, kinds) => expect(fails(body, stderr)).toEqual(kinds));

  it('exits as the CLI does', () => {
    expect(fails(ERROR, `\n${ERROR}\n`, 255)).toEqual([]);
    expect(fails(ERROR, `\n${ERROR}\n`, 1)).toEqual(['exit-code']);
    expect(fails(`delete failed: s3://b ${ERROR}`, `delete failed: s3://b ${ERROR}\n`, 1)).toEqual([]);
  });
});
