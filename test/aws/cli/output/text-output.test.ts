import { describe, expect, it } from 'vitest';
import { formatText } from '../../../../src/aws/cli/output/text-output.ts';

// As AWS CLI 2.9.19 prints them: awscli/text.py.
describe('--output text', () => {
  it.each([
    ['a', 'a\n'],
    [null, 'None\n'],
    [true, 'True\n'],
    [['a', 1, null], 'a\t1\tNone\n'],
    [[['a', 'b'], ['c']], 'a\tb\nc\n'],
    [{ B: 'b', A: 1 }, '1\tb\n'],
    [{ Users: [{ Name: 'x' }, { Name: 'y', Path: '/' }] }, 'USERS\tx\t\nUSERS\ty\t/\n'],
    [{ A: 'a', Tags: [{ Key: 'k', Value: 'v' }] }, 'a\nTAGS\tk\tv\n'],
    [{ Names: ['x', 'y'] }, 'NAMES\tx\nNAMES\ty\n'],
    [{ A: { B: { C: 1 } } }, 'C\t1\n'.replace('C', 'B')],
    [[], ''],
    [{}, ''],
  ])('%j', (data, expected) => expect(formatText(data)).toBe(expected));

  it('fails over dictionaries among other items, as the CLI does', () => {
    expect(() => formatText([{ A: 1 }, 'x'])).toThrow("'str' object has no attribute 'items'");
  });
});
