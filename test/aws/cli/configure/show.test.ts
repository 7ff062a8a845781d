import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import { memoryHost } from '../host.ts';

const FILES = {
  '/home/me/.aws/config': '[default]\nregion = r1\ns3 =\n  max_queue = 5\n[profile dev]\noutput = text\n',
  '/home/me/.aws/credentials':
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = abcdWXYZ\n',
};
const configure = (words: string, env: Record<string, string> = {}) =>
  aws(['configure', ...words.split(' ')], memoryHost(FILES, { env: { HOME: '/home/me', ...env } }));

describe('aws configure list', () => {
  it('tells where each setting comes from, and of a key its end only', async () => {
    expect((await configure('list')).stdout).toBe(
      [
        '      Name                    Value             Type    Location',
        '      ----                    -----             ----    --------',
        '   profile                <not set>             None    None',
        'access_key     ****************MPLE shared-credentials-file    ',
        'secret_key     ****************WXYZ shared-credentials-file    ',
        '    region                       r1      config-file    ~/.aws/config',
        '',
      ].join('\n'),
    );
  });

  it('names both variables, whichever was set', async () => {
    const { stdout } = await configure('list', { AWS_PROFILE: 'dev', AWS_REGION: 'r2' });
    expect(stdout).toContain("dev              env    ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']");
    expect(stdout).toContain("r2              env    ['AWS_REGION', 'AWS_DEFAULT_REGION']");
    expect(stdout).toContain('access_key                <not set>             None    None');
  });

  it('prints the head before it misses a profile', async () => {
    const output = await configure('list --profile none');
    expect(output.stdout).toContain('none           manual    --profile');
    expect(output.stderr).toBe('\nThe config profile (none) could not be found\n');
    expect(output.exitCode).toBe(255);
  });
});

describe('aws configure get', () => {
  it.each([
    ['region', 'r1\n', 0],
    ['output', '', 1],
    ['default.region', 'r1\n', 0],
    ['dev.output', 'text\n', 0],
    ['profile.dev.output', 'text\n', 0],
    ['s3.max_queue', '5\n', 0],
    ['profile.none.region', '', 1],
  ])('%s', async (name, stdout, exitCode) => {
    expect(await configure(`get ${name}`)).toEqual({ stdout, stderr: '', exitCode });
  });

  it('prints no block of settings', async () => {
    expect(await configure('get s3')).toMatchObject({
      ...{ exitCode: 1, stderr: 'varname (s3) must reference a value, not a section or sub-section.' },
    });
  });
});

it('aws configure list-profiles names each once', async () => {
  expect((await configure('list-profiles')).stdout).toBe('default\ndev\n');
});
