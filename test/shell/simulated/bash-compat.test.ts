import { expect, test } from 'vitest';
import { repair } from '../../../src/shell/simulated/bash-compat.ts';
import { createParser } from '../../../src/shell/simulated/simulated-syntax.ts';
import { openShell } from '../simulated.ts';

test.each([
  ['an assignment succeeds after a failure', 'false; a=b; echo $?', '0\n'],
  ['one of a failing command fails', 'a=$(false); echo $?', '1\n'],
  ['a default counts as bound under set -u', 'set -u; echo "${NONE:-x}"', 'x\n'],
  ['an arithmetic command has a status', '((0)); echo $?; ((1)); echo $?', '1\n0\n'],
  ['a command in arithmetic is run', 'echo $(( $(echo 2) + 3 ))', '5\n'],
])('%s', async (_, script, stdout) => {
  const shell = openShell();
  expect((await shell.run(script)).stdout).toBe(stdout);
  await shell.close();
});

const repaired = async (script: string) => {
  const parsed = await createParser()(script);
  if (!('statements' in parsed)) throw new Error(parsed.message);
  return repair(parsed.statements);
};

test.each([
  ['a=(1 2)', true],
  ['a[1]=x', true],
  ['declare -x a', true],
  ['if true; then read a; fi', true],
  ['. ./file', true],
  ['a=b', false],
  ['echo declare', false],
])('"%s" may change arrays or attributes: %s', async (script, declares) => {
  expect((await repaired(script)).declares).toBe(declares);
});

test('functions are noted wherever they are defined', async () => {
  const { functions } = await repaired('f() { g() { :; }; }; if true; then h() { :; }; fi');
  expect(functions.map(({ name }) => name).sort()).toEqual(['f', 'g', 'h']);
});
