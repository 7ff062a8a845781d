import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('commands on text', () => {
  test.each([
    ['printf "a\\na\\nb\\n" | uniq -c', '      2 a\n      1 b\n'],
    ['printf "1\\n2\\n3\\n" | head -n -1', '1\n2\n'],
    ['printf "1\\n2\\n3" > f; head --lines=-2 f', '1\n'],
    ['head -c 3 /dev/zero | od -An', ' 000000 000000\n'],
    ['head -c 2K /dev/urandom | wc -c', '2048\n'],
    ['printf "abc\\n" > a; printf "a\\nb\\n" > b; wc -l a b', '1 a\n2 b\n3 total\n'],
  ])('%s', async (script, stdout) => {
    expect(await openShell().run(script)).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test.each([
    ['head -c 65M /dev/zero', /this shell reads at most 67108864 bytes of \/dev\/zero/],
    ['touch a b; head -n -1 a b', /knows -n -COUNT for one file only/],
  ])('%s says what it cannot', async (script, stderr) => {
    const output = await openShell().run(script);
    expect(output).toMatchObject({ stdout: '', exitCode: 1 });
    expect(output.stderr).toMatch(stderr);
  });
});
