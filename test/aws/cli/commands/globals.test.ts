import { describe, expect, it } from 'vitest';
import { firstPass, parseGlobals } from '../../../../src/aws/cli/commands/globals.ts';

describe('parseGlobals', () => {
  it('takes its options wherever they stand, and leaves the rest', () => {
    const { globals, command, rest } = parseGlobals(
      '--region eu-west-1 sts --no-paginate get-caller-identity --output text --x 1'.split(' '),
    );
    expect(globals).toMatchObject({
      region: 'eu-west-1',
      output: 'text',
      paginate: false,
      sign: true,
      color: 'auto',
    });
    expect(command).toBe('sts');
    expect(rest).toEqual(['get-caller-identity', '--x', '1']);
  });

  it('compiles the query', () => {
    expect(parseGlobals(['sts', '--query', 'A.B']).globals.query?.({ A: { B: 7 } })).toBe(7);
  });

  it('takes an empty profile for none', () => {
    expect(parseGlobals(['sts', '--profile', '']).globals.profile).toBeUndefined();
  });

  it.each([
    ['sts --endpoint-url localhost', 'Bad value for --endpoint-url "localhost": scheme is missing.'],
    ['sts --cli-read-timeout soon', "invalid literal for int() with base 10: 'soon'"],
    ['sts --output xml', 'argument --output: Invalid choice, valid choices are:'],
    ['sts --query a[', 'Bad value for --query a[:'],
    ['sts --no', 'ambiguous option: --no could match --no-verify-ssl, --no-paginate, --no-sign-request'],
    ['sts --cli-auto-prompt', 'The built-in aws of Tejun has no --cli-auto-prompt'],
    ['', 'the following arguments are required: command'],
  ])('refuses %s', (words, message) =>
    expect(() => parseGlobals(words.split(' ').filter(Boolean))).toThrow(message),
  );
});

describe('firstPass', () => {
  it('answers -h and --help with a usage of its own', () => {
    expect(firstPass(['-h'])).toMatch(/^usage: aws \[-h\] \[--profile PROFILE\] \[--debug\]\n/);
    expect(firstPass(['sts', '--help'])).toBe(firstPass(['-h']));
    expect(firstPass(['sts', 'help'])).toBeUndefined();
  });

  it('wants a name behind --profile before anything else', () => {
    expect(() => firstPass(['sts', '--profile'])).toThrow('argument --profile: expected one argument');
  });
});
