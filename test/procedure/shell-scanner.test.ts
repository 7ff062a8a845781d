import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommentLines, findOpenEnd } from '../../src/procedure/shell-scanner.ts';

test.for([
  'cat << END\ntext\nEND',
  "cat <<'A B'\ntext\nA B",
  'cat <<-END\n\ttext\n\tEND\necho after',
  'cat << A << B\na\nA\nb\nB',
  'cat << \\END\n$(\nEND',
  'cat <<END | sed "s/a/b/"\nit\'s "\nEND',
  'cat <<< "x" <<< y',
  'echo $((1<<2)) $(( 1 << 3 ))',
  '(( i = 1 << 2 ))',
  "# it's a << comment\necho 'x'",
  "echo a#b 'c'",
  `echo "it's" 'say "x"' \\" \\'`,
  "echo $'it\\'s'",
  'echo "$(echo "nested $(echo "deep")")"',
  'x="$(cat << END\n"\nEND\n)"',
  'echo "${x:-"a b"}" ${x:-\'c\'} ${#x}',
  'echo `echo "a"` "`echo \'b\'`"',
  '(echo a; (echo b)) && echo $( (echo c) )',
  'if [ "$a" \\< "$b" ]; then echo; fi',
  'jq \'.a | "<<X"\'',
])('is content with %j, and so is bash', (script) => {
  expect(findOpenEnd(script)).toBeUndefined();
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.for([
  ['cat << END\ntext\n END', { kind: 'heredoc', delimiter: 'END', line: 1, column: 5 }],
  ['cat << END', { kind: 'heredoc', delimiter: 'END', line: 1, column: 5 }],
  ['cat <<-"A B"\n\tA  B', { kind: 'heredoc', delimiter: 'A B', line: 1, column: 5 }],
  ['cat << A << B\nA\n', { kind: 'heredoc', delimiter: 'B', line: 1, column: 10 }],
  ['a\nx="$(cat << END\n)"', { kind: 'heredoc', delimiter: 'END', line: 2, column: 10 }],
  ['a\n  echo "b\nc', { kind: 'quote', quote: '"', line: 2, column: 8 }],
  ["echo 'a\n\n", { kind: 'quote', quote: "'", line: 1, column: 6 }],
] as const)('finds what %j leaves open, and so does bash', ([script, open]) => {
  expect(findOpenEnd(script)).toEqual(open);
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });
  expect(status !== 0 || stderr.includes('here-document')).toBe(true);
});

test('ends on every text', () => {
  const scrap = fc.constantFrom(
    '<<',
    'END',
    '\n',
    '"',
    "'",
    '`',
    '$(',
    '${',
    '$((',
    ')',
    '}',
    '\\',
    '#',
    ' ',
    'a',
  );
  fc.assert(fc.property(fc.array(scrap), (scraps) => void findOpenEnd(scraps.join(''))));
});

test.for<[script: string, lines: number[]]>([
  ['# one\necho two\n  # three\n', [1, 3]],
  ['echo one # beside a command', []],
  ['cat << END\n# text\nEND\n# comment', [4]],
  ['cat <<-A << B\n# a\n\tA\n# b\nB\n# c', [6]],
  ["echo '\n# text\n'\n# comment", [4]],
  ['echo "\n# text\n$(\n# comment\necho)"', []],
  ['echo a \\\n# goes on\n# comment', [3]],
  ['LIST=(\n  # comment\n  a\n)', [2]],
  ['echo "${x#\n# y}" $((\n# 1))', []],
  ['echo a#b $# ${#x}', []],
])('finds the comment lines of %j', ([script, lines]) => {
  expect(findCommentLines(script)).toEqual(lines);
  const changed = script.split('\n').map((line, index) => (lines.includes(index + 1) ? '# it\'s "$(' : line));
  const run = (text: string) => spawnSync('bash', { input: text, encoding: 'utf8' }).stdout;
  expect(run(changed.join('\n'))).toBe(run(script));
});
