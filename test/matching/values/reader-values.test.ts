import { describe, expect, it } from 'vitest';

import { accountDataForm } from '../../../src/matching/values/reader-values.ts';
import { matchText } from '../run.ts';

describe("values of the reader's own machine", () => {
  it.each([
    ['~/a.txt', '/home/ec2-user/a.txt', true],
    ['${HOME}/a.txt', '/root/a.txt', true],
    ['$HOME/a.txt', '/Users/me/a.txt', true],
    ['~/a.txt', '/etc/a.txt', false],
    ['aws-cli/2.9.19 Python/3.11 Linux', 'aws-cli/2.36.7 Python/3.13 Darwin', true],
    ['aws-cli/2.9.19 Python/3.11', 'aws-cli 2.9.19', false],
  ])('%s and %s: %s', (example, printed, expected) =>
    expect(matchText(example, printed).passed).toBe(expected),
  );
});

describe('accountDataForm', () => {
  const form = accountDataForm({
    strings: new Set(['alice', 'a', '10.0.0.0/16', 'two words']),
    compare: 'form',
  });
  const found = (text: string) => [...text.matchAll(form?.finds ?? /(?!)/g)].map(([one]) => one);

  it('finds whole strings of the account file, but none that are too short', () => {
    expect(found('alice and malice, alice-2, a 10.0.0.0/16')).toEqual(['alice', '10.0.0.0/16']);
  });

  it('takes any value of the same form', () => {
    const accepts = (example: string, actual: string) => new RegExp(`^${form?.shape(example)}$`).test(actual);
    expect(accepts('alice', 'bob')).toBe(true);
    expect(accepts('alice', 'bob smith')).toBe(false);
    expect(accepts('two words', 'three other words')).toBe(true);
    expect(accepts('10.0.0.0/16', '172.16.0.0/12')).toBe(true);
    expect(accepts('10.0.0.0/16', 'bob')).toBe(false);
  });

  it('is nothing where the account is the one of the file', () => {
    expect(accountDataForm({ strings: new Set(['alice']), compare: 'equal' })).toBeUndefined();
    expect(accountDataForm(undefined)).toBeUndefined();
  });
});
