import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

describe('mktemp', () => {
  test.each([
    [
      'mktemp; mktemp -d; ls -d /tmp/*',
      '/tmp/tmp.0000000001\n/tmp/tmp.0000000002\n/tmp/tmp.0000000001\n/tmp/tmp.0000000002\n',
    ],
    ['cd "$(mktemp -d)"; F=$(mktemp key-XXXX.pem); stat -c "%a %n" "$F"', '600 key-0002.pem\n'],
    ['mkdir t; mktemp -p t aXXX; export TMPDIR=$PWD/t; mktemp -d | xargs stat -c %a', 't/a001\n700\n'],
    ['touch a001; mktemp aXXX', 'a002\n'],
  ])('%s', async (script, stdout) => {
    expect(await openShell().run(script)).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test.each([
    ['mktemp --suffix=x', /this shell knows/],
    ['mktemp aXX', /too few X's in template 'aXX'/],
    ['mktemp aXXX bXXX', /this shell knows/],
  ])('%s fails', async (script, stderr) => {
    const output = await openShell().run(script);
    expect(output).toMatchObject({ stdout: '', exitCode: 1 });
    expect(output.stderr).toMatch(stderr);
  });
});
