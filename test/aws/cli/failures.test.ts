import { describe, expect, it } from 'vitest';
import {
  CliFailure,
  ConnectionFailure,
  configurationError,
  generalError,
  invalidParameterFailure,
  notBuiltIn,
  parameterError,
  ServiceFailure,
  unknownOptions,
  usageError,
} from '../../../src/aws/cli/failures.ts';

describe('failures print and exit as the AWS CLI does', () => {
  it.each([
    [invalidParameterFailure('x'), 252, '\nx\n'],
    [parameterError('--a', 'x'), 252, "\nError parsing parameter '--a': x\n"],
    [configurationError('x'), 253, '\nx\n'],
    [generalError('x'), 255, '\nx\n'],
    [new ConnectionFailure('http://a/'), 255, '\nCould not connect to the endpoint URL: "http://a/"\n'],
    [notBuiltIn('x', 'do y.'), 252, '\nThe built-in aws of Tejun has no x: do y.\n'],
    [usageError('x', 'aws y\n'), 252, '\nusage: aws y\n\naws: error: x\n\n'],
  ])('%s', (failure, exitCode, stderr) => expect(failure).toMatchObject({ exitCode, stderr, stdout: '' }));

  it('show the usage with options that are not known', () => {
    expect(unknownOptions(['--a', 'b']).stderr).toMatch(
      /^\nusage: aws \[options\] [\s\S]*\nUnknown options: --a, b\n\n$/,
    );
  });

  it('have as their message what is printed, without the lines around it', () => {
    expect(new CliFailure(1, '\n\nx\n').message).toBe('\nx');
  });
});

describe('ServiceFailure', () => {
  const failure = new ServiceFailure({ status: 400, code: 'C', operation: 'Op', message: 'm' });
  it('says code, operation and message', () => {
    expect(failure.stderr).toBe('\nAn error occurred (C) when calling the Op operation: m\n');
    expect(failure.exitCode).toBe(254);
  });

  it('tells how often it was tried again', () => {
    expect(failure.with({ retries: 2 }).message).toBe(
      'An error occurred (C) when calling the Op operation (reached max retries: 2): m',
    );
    expect(failure.response.retries).toBeUndefined();
  });
});
