import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellCommands } from '../../src/procedure/shell-commands.ts';
import { readScript } from '../../src/procedure/shell-scanner.ts';

const words = (script: string) => shellCommands(script).map((statement) => statement.words.join(' '));

test.for([
  ['aws s3 ls', ['aws s3 ls']],
  ['a && b || c; d & e', ['a', 'b', 'c', 'd', 'e']],
  ['a | b |& c', ['a', 'b', 'c']],
  ['A=1 B="x y" cmd', ['A=1 B="x y" cmd']],
  ['aws x \\\n  --y z', ['aws x --y z']],
  ['echo a # | less\nb', ['echo a', 'b']],
  ['echo \'a; b\' "c | d"', ['echo \'a; b\' "c | d"']],
  ['X=$(aws a | jq b); y', ['X=$(aws a | jq b)', 'y']],
  ['cat << END\nrm | less\nEND\nnext', ['cat << END', 'next']],
  ['cmd > f 2>&1 &> g >| h', ['cmd > f 2>&1 &> g >| h']],
  ['if [ -e x ]; then rm x; fi', ['[ -e x ]', 'rm x']],
  ['{ a; b; } > f', ['a', 'b']],
  ['(cd x && ls)', ['cd x', 'ls']],
  ['echo a\\;b', ['echo a\\;b']],
  ['', []],
] as const)('%j', ([script, expected]) => {
  expect(words(script)).toEqual(expected);
});

test('a statement says what it reads, and where it begins', () => {
  expect(shellCommands('a |\n  less && b')).toEqual([
    { words: ['a'], start: 0, piped: false, subshell: false },
    { words: ['less'], start: 6, piped: true, subshell: false },
    { words: ['b'], start: 14, piped: false, subshell: false },
  ]);
});

test.for([
  ['a; (b; c) && d', ['b', 'c']],
  ['case $x in y) a ;; esac; b', []],
  ['f() { a; }; b', []],
  ['((1)); a; (b "$(c)")', ['b "$(c)"']],
] as const)('%j: what stands in parentheses', ([script, inside]) => {
  const found = shellCommands(script).filter(({ subshell }) => subshell);
  expect(found.map((statement) => statement.words.join(' '))).toEqual(inside);
});

test('regions are the outermost ones, in order', () => {
  const script = 'a "b $(c \'d\')" $(e "f") # g\ncat << X\nh\nX\n';
  const shown = readScript(script).regions.map(({ kind, start, end }) => [kind, script.slice(start, end)]);
  expect(shown).toEqual([
    ['literal', '"b $(c \'d\')"'],
    ['substitution', '$(e "f")'],
    ['comment', '# g'],
    ['heredoc', 'h\nX'],
  ]);
});

test('any text can be taken apart, and no word is made up', () => {
  const scrap = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '"',
    "'",
    '$(',
    ')',
    '|',
    '&',
    ';',
    '#',
    '<< E',
    'E',
    '\\',
    '{',
    '}',
    '>',
    '`',
  );
  fc.assert(
    fc.property(fc.array(scrap), (scraps) => {
      const script = scraps.join('');
      for (const statement of shellCommands(script)) {
        expect(script.slice(statement.start)).toMatch(/^\S/);
        expect(statement.words.every((word) => word.length > 0)).toBe(true);
      }
    }),
  );
});
