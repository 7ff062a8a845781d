import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost, textOf } from '../host.ts';

async function configure(stdin: string, files = {}) {
  const host = memoryHost(files, { stdin: new TextEncoder().encode(stdin) });
  const output = await aws(['configure'], host);
  const credentials = await textOf(host, '/home/me/.aws/credentials');
  return { ...output, credentials, config: await textOf(host, '/home/me/.aws/config') };
}

describe('aws configure', () => {
  it('writes each answer to its file', async () => {
    const output = await configure('AKIA\nsecret\neu-west-1\njson\n');
    expect(output).toEqual({
      ...{ stderr: '', exitCode: 0 },
      stdout:
        'AWS Access Key ID [None]: AWS Secret Access Key [None]: Default region name [None]: Default output format [None]: ',
      credentials: '[default]\naws_access_key_id = AKIA\naws_secret_access_key = secret\n',
      config: '[default]\nregion = eu-west-1\noutput = json\n',
    });
  });

  it('shows what is set, of keys the end, and keeps it at an empty answer', async () => {
    const credentials =
      '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = abcdWXYZ\n';
    const output = await configure('\n\nr2\n\n', { '/home/me/.aws/credentials': credentials });
    expect(output.stdout).toContain(
      'AWS Access Key ID [****************MPLE]: AWS Secret Access Key [****************WXYZ]: ',
    );
    expect(output.credentials).toBe(credentials);
    expect(output.config).toBe('[default]\nregion = r2\n');
  });

  it('changes nothing where the answers end too soon', async () => {
    const output = await configure('AKIA\nsecret');
    expect(output).toMatchObject({ stderr: '\nEOF when reading a line\n', exitCode: 255, credentials: '' });
    expect(output.stdout.endsWith('Default region name [None]: ')).toBe(true);
  });
});
