import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost, textOf } from '../host.ts';

const HEAD = 'User name,Password,Access key ID,Secret access key\n';
async function importCsv(csv: string, words: readonly string[] = []) {
  const host = memoryHost({ '/home/me/c.csv': csv });
  const output = await aws(['configure', 'import', '--csv', 'file://c.csv', ...words], host);
  return { ...output, written: await textOf(host, '/home/me/.aws/credentials') };
}

describe('aws configure import', () => {
  it('makes a profile of each row', async () => {
    const { stdout, written } = await importCsv(`${HEAD}alice,,AKIA1,s1\r\nbob,x,AKIA2,s2\n`, [
      '--profile-prefix',
      'p-',
    ]);
    expect(stdout).toBe('Successfully imported 2 profile(s)\n');
    expect(written).toBe(
      '[p-alice]\naws_access_key_id = AKIA1\naws_secret_access_key = s1\n[p-bob]\naws_access_key_id = AKIA2\naws_secret_access_key = s2\n',
    );
  });

  it('skips rows without a value where that is asked for', async () => {
    const csv = `${HEAD}alice,,,s1\nbob,,AKIA2,s2\n`;
    expect((await importCsv(csv, ['--skip-invalid'])).stdout).toBe('Successfully imported 1 profile(s)\n');
    expect((await importCsv(csv)).stderr).toBe(
      '\nFailed to parse entry #1: Row missing value for header "Access Key ID"\n',
    );
  });

  it.each([
    ['', 'Provided CSV contains no contents'],
    ['User name,Access key ID\n', 'Expected header "Secret Access key" not found'],
  ])('refuses %j', async (csv, message) => expect((await importCsv(csv)).stderr).toContain(message));
});
