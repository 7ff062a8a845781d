import { describe, expect, test } from 'vitest';
import { openShell } from '../simulated.ts';

/** Each line and what bash 5.2 prints for it. */
const CASES: readonly [script: string, printed: string][] = [
  ['A=5; echo $(( $(echo $A) + 1 ))', '6\n'],
  ['A=5; echo "$(( $(echo $A) * 2 ))" $(( `echo $A` - 1 ))', '10 4\n'],
  ['A=5; (( $(echo $A) > 4 )) && echo more', 'more\n'],
  ['A=5; if (( $(echo $A) > 9 )); then echo more; else echo less; fi', 'less\n'],
  ['A=5; f() { echo $(( $(echo $A) + $1 )); }; f 3', '8\n'],
  ['set -e; A=5; B=$(( $(echo $A) - 5 )); echo "[$B]"', '[0]\n'],
  [
    'S="2026-01-05T00:00:00Z"; E="2026-01-05T00:15:00Z"; echo $(( ($(date -d "$E" +%s) - $(date -d "$S" +%s)) / 60 ))',
    '15\n',
  ],
  ['A=5; echo $(( $(( $(echo $A) + 1 )) * 2 ))', '12\n'],
];

describe('a command substituted in arithmetic sees the variables of the session', () => {
  test.each(CASES)('%s', async (script, printed) => {
    const { stdout, stderr, exitCode } = await openShell().run(script);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: printed, stderr: '', exitCode: 0 });
  });
});

test('an assignment beside it is refused, since it would be lost', async () => {
  const output = await openShell().run('echo $(( q = $(echo 1) ))');
  expect(output.stderr).toMatch(/does not assign in \$\(\( \)\) where a command is substituted/);
  expect(output.exitCode).toBe(2);
});
