import { describe, expect, test } from 'vitest';
import { openShell } from '../../simulated.ts';

/** `12345678901234567890`, the key of RFC 6238's own examples. */
const BASE32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const HEX = '3132333435363738393031323334353637383930';

describe('oathtool', () => {
  test.each([
    [`oathtool --totp -d 8 --now '1970-01-01 00:00:59 UTC' ${HEX}`, '94287082'],
    [`oathtool --totp -b -d 8 --now='2005-03-18 01:58:29 UTC' ${BASE32}`, '07081804'],
    [`oathtool -b --totp --digits=8 -N '2009-02-13 23:31:30 UTC' ${BASE32.toLowerCase()}`, '89005924'],
    [
      `oathtool --totp=sha1 -b -d 8 -N '2033-05-18 03:33:20 UTC' '${BASE32.replace(/(.{4})/g, '$1 ')}'`,
      '69279037',
    ],
  ])('%s (RFC 6238, appendix B)', async (script, code) => {
    expect(await openShell().run(script)).toMatchObject({ stdout: `${code}\n`, exitCode: 0 });
  });

  // Recorded with oathtool 2.6.7.
  test('prints the codes that come next', async () => {
    const script = `oathtool --totp -b -d 8 -w 2 -N '1970-01-01 00:00:59 UTC' ${BASE32}`;
    expect((await openShell().run(script)).stdout).toBe('94287082\n37359152\n26969429\n');
  });

  test('goes by the clock of the account', async () => {
    const shell = openShell();
    const { stdout } = await shell.run(
      `[ "$(oathtool --totp -b ${BASE32})" = "$(oathtool --totp -b -N "$(date -u '+%F %T UTC')" ${BASE32})" ] && echo same`,
    );
    expect(stdout).toBe('same\n');
  });

  test.each([
    'oathtool',
    `oathtool -b ${BASE32}`,
    `oathtool --hotp -b ${BASE32}`,
    'oathtool --totp -b 1!',
    `oathtool --totp -b -w x ${BASE32}`,
  ])('%s is refused with a reason', async (script) => {
    const { stdout, stderr, exitCode } = await openShell().run(script);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^oathtool: /);
  });
});
