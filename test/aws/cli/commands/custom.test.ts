import { describe, expect, it } from 'vitest';
import {
  flag,
  helpText,
  parseCustom,
  parseSubcommand,
  tooFewArguments,
  valued,
} from '../../../../src/aws/cli/commands/custom.ts';

const path = { kind: 'positional', dest: 'path', takes: 'one' } as const;

describe('parseCustom', () => {
  it('reads the words and options of a command', () => {
    const values = parseCustom(['s3://b', '--force', '--size', '3'], [path], [flag('force'), valued('size')]);
    expect(Object.fromEntries(values ?? [])).toEqual({ path: 's3://b', force: true, size: '3' });
  });

  it('gives way to help, which stands alone', () => {
    expect(parseCustom(['help'], [path])).toBeUndefined();
    expect(parseCustom(['help', '--force'], [path], [flag('force')])?.get('path')).toBe('help');
  });

  it('refuses what it does not know', () => {
    expect(() => parseCustom(['a', 'b', '--c'], [path])).toThrow('Unknown options: b,--c');
  });
});

describe('parseSubcommand', () => {
  const choices = ['ls', 'mb'];
  it.each([
    [['ls', 's3://b'], { name: 'ls', rest: ['s3://b'] }],
    [['help'], { name: 'help', rest: [] }],
    [[], { name: undefined, rest: [] }],
  ])('%j', (words, expected) => expect(parseSubcommand(words, choices)).toEqual(expected));

  it('refuses another command, and options without one', () => {
    expect(() => parseSubcommand(['lss'], choices)).toThrow("Invalid choice: 'lss', maybe you meant:");
    expect(() => parseSubcommand(['--x'], choices)).toThrow('Unknown options: --x');
  });
});

it('helpText points to the page of the command', () => {
  expect(helpText('')).toContain('latest/reference/index.html');
  expect(helpText('s3')).toContain('latest/reference/s3/index.html');
  expect(helpText('s3 ls')).toMatch(/^aws s3 ls\n[\s\S]*latest\/reference\/s3\/ls\.html\n$/);
});

it('tooFewArguments is a usage error', () => {
  expect(tooFewArguments('s3')).toMatchObject({
    exitCode: 252,
    stderr: '\nusage: aws [options] s3 <subcommand> [parameters]\naws: error: too few arguments\n',
  });
});
