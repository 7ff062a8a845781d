import { expect, test } from 'vitest';
import { openShell } from '../simulated.ts';

test.each([
  [
    'an associative array with spaces',
    'declare -A a=([one]="a b" [two]=c); echo "${a[one]}|${a[two]}"',
    'a b|c\n',
  ],
  ['an array with quotes', 'declare -a a=(\'x y\' z); echo "${a[0]}|${a[1]}"', 'x y|z\n'],
  ['one of a function', 'f() { local a=("p q" r); echo "${#a[@]} ${a[0]}"; }; f', '2 p q\n'],
  ['no array', 'declare a=b; echo "$a"', 'b\n'],
  ['an empty one', 'declare -a a=(); echo "${#a[@]}"', '0\n'],
])('a declaration fills %s', async (_, script, stdout) => {
  const shell = openShell();
  expect(await shell.run(script)).toMatchObject({ stdout, exitCode: 0 });
  await shell.close();
});
