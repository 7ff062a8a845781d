import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('env and printenv', () => {
  test.each([
    ['env A=1 bash -c \'echo "$A"\'; env -u HOME bash -c \'echo "[$HOME]"\'', '1\n[/]\n'],
    ['X=1; export Y=2; printenv X; printenv Y', '2\n'],
    ['env -i A=1 B="two words" env', 'A=1\nB=two words\n'],
    ['env -i A="it\'s" printenv A', "it's\n"],
    ['export Y=2; env -u Y printenv Y; echo $?; echo $Y', '1\n2\n'],
  ])('%s', async (script, stdout) => {
    expect((await openShell().run(script)).stdout).toBe(stdout);
  });

  test.each([
    ['env --split-string=x', 125, /knows -i and -u NAME/],
    ['env -u', 125, /option requires an argument -- 'u'/],
    ['env no_such_command', 127, /no_such_command: command not found/],
  ])('%s says what is wrong', async (script, exitCode, stderr) => {
    const output = await openShell().run(script);
    expect(output).toMatchObject({ stdout: '', exitCode });
    expect(output.stderr).toMatch(stderr);
  });
});
