import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { directoryOf, valuesOf } from '../../../src/shell/bash/declarations.ts';

/** Prints the variables of bash after a script. */
const declared = (script: string, ...names: string[]): string =>
  execFileSync('bash', ['--norc', '-c', `${script}\ndeclare -p ${names.join(' ')}`], { encoding: 'utf8' });

describe('variables of a real bash', () => {
  it('are read with quotes, dollar signs and letters of any language', () => {
    const text = declared(`A='1 "$x" \`y\` \\z'; export B='値'`, 'A', 'B');
    expect([...valuesOf(text)]).toEqual([
      ['A', '1 "$x" `y` \\z'],
      ['B', '値'],
    ]);
  });

  it('are read over several lines, and with control characters', () => {
    const text = declared(
      `A=$(printf '{\\n\\t"Key": "it\\x27s \\\\n"\\n}'); B=$'\\e[1m\\001'; C=`,
      'A',
      'B',
      'C',
    );
    expect(valuesOf(text).get('A')).toBe('{\n\t"Key": "it\'s \\n"\n}');
    expect(valuesOf(text).get('B')).toBe('\u001b[1m\u0001');
    expect(valuesOf(text).get('C')).toBe('');
  });

  it('are left out where they are arrays or have no value', () => {
    expect(valuesOf(declared('A=(1 2); declare -A B=([k]=v); declare -i C', 'A', 'B')).size).toBe(0);
  });
});

it('reads the directory behind the declarations', () => {
  expect(directoryOf('declare -- A="cd /tmp"\ncd /home/a\n')).toBe('/home/a');
  expect(directoryOf("cd $'a\\nb'\n")).toBeUndefined();
});
