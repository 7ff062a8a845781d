import { describe, expect, it } from 'vitest';
import { type OptionSpec, parseKnown } from '../../../../src/aws/cli/argparse/index.ts';

const option = (name: string, rest: Partial<OptionSpec> = {}): OptionSpec => ({
  ...{ kind: 'option', flag: `--${name}`, dest: name, takes: 'one' },
  ...rest,
});
const options = [
  option('name'),
  option('ids', { takes: 'any' }),
  option('tags', { takes: 'some' }),
  option('dry-run', { takes: 'none' }),
  option('no-dry-run', { takes: 'none', dest: 'dry-run', constant: false }),
  option('skeleton', { takes: 'optional', choices: ['input', 'output'] }),
  option('count', { convert: 'int' }),
  option('include', { dest: 'filters', collects: true }),
  option('exclude', { dest: 'filters', collects: true }),
];
const operation = { kind: 'positional', dest: 'operation', takes: 'one' } as const;
const two = { kind: 'positional', dest: 'paths', takes: 'two' } as const;

const parse = (words: string, positionals: Parameters<typeof parseKnown>[0]['positionals'] = []) => {
  const { values, extras } = parseKnown({ options, positionals }, words.split(' '));
  return { values: Object.fromEntries(values), extras };
};

describe('parseKnown', () => {
  it.each([
    ['--name a --count 3', { name: 'a', count: 3 }, []],
    ['--ids a b --name c', { ids: ['a', 'b'], name: 'c' }, []],
    ['--ids --name c', { ids: [], name: 'c' }, []],
    ['--dry-run', { 'dry-run': true }, []],
    ['--dry-run --no-dry-run', { 'dry-run': false }, []],
    ['--skeleton --name a', { skeleton: null, name: 'a' }, []],
    ['--include a --exclude b', { filters: ['--include', 'a', '--exclude', 'b'] }, []],
    ['--other x --name a y', { name: 'a' }, ['--other', 'x', 'y']],
  ])('%s', (words, values, extras) => expect(parse(words)).toEqual({ values, extras }));

  it('gives positionals the words between the options', () => {
    expect(parse('--name a run rest', [operation])).toEqual({
      values: { name: 'a', operation: 'run' },
      extras: ['rest'],
    });
    expect(parse('a b --name c', [two])).toEqual({ values: { paths: ['a', 'b'], name: 'c' }, extras: [] });
  });

  it.each([
    ['--name', [], 'argument --name: expected one argument'],
    ['--tags --name x', [], 'argument --tags: expected at least one argument'],
    ['--include', [], 'argument --include: expected 1 argument'],
    ['--dry-run=yes', [], "argument --dry-run: ignored explicit argument 'yes'"],
    ['--count many', [], "argument --count: invalid int value: 'many'"],
    ['--name x', [operation], 'the following arguments are required: operation'],
    ['a --name x', [two], 'the following arguments are required: paths'],
  ])('refuses %s', (words, positionals, message) => expect(() => parse(words, positionals)).toThrow(message));

  it('lists the choices two a line, and the nearest one', () => {
    const choices = ['get-user', 'get-group', 'list-users'];
    const spec = { options: [], positionals: [{ ...operation, choices }] };
    expect(() => parseKnown(spec, ['get-usr'])).toThrow(
      `argument operation: Invalid choice, valid choices are:\n\n${'get-user'.padEnd(40)} | ${'get-group'.padEnd(40)}\n${'list-users'.padEnd(40)}\n\n\nInvalid choice: 'get-usr', maybe you meant:\n\n  * get-user`,
    );
  });

  it('requires an option that must stand', () => {
    const spec = { options: [option('outfile', { required: true })], positionals: [] };
    expect(() => parseKnown(spec, [])).toThrow('the following arguments are required: --outfile');
  });
});
