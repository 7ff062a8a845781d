import { describe, expect, it } from 'vitest';
import { type AwsHost, effectiveConfig } from '../../../src/aws/cli/index.ts';

const CREDENTIALS = `[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = secret

[session]
aws_access_key_id = ASIASESSION
aws_secret_access_key = other
aws_session_token = token
region = eu-west-1
`;
const CONFIG = '[profile role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = default\n';
const files: Record<string, string> = {
  '/home/me/.aws/credentials': CREDENTIALS,
  '/home/me/.aws/config': CONFIG,
  '/home/me/broken': 'no section',
};

const look = (env: Record<string, string>) => {
  const host: AwsHost = {
    env: { HOME: '/home/me', ...env },
    cwd: '/home/me',
    readFile: async (path) => files[path],
    transport: () => Promise.reject(new Error('no request')),
    now: () => new Date(0),
  };
  return effectiveConfig(host);
};

describe('what `aws` would use', () => {
  it('is the profile default, with no region', async () => {
    const credentials = {
      kind: 'key',
      method: 'shared-credentials-file',
      accessKeyId: 'AKIADEFAULT',
      secretAccessKey: 'secret',
      sessionToken: undefined,
    };
    expect(await look({})).toEqual({ profile: 'default', region: undefined, credentials });
  });

  it('is the exported profile with its region and token', async () => {
    expect(await look({ AWS_PROFILE: 'session' })).toMatchObject({
      profile: 'session',
      region: 'eu-west-1',
      credentials: { accessKeyId: 'ASIASESSION', sessionToken: 'token' },
    });
  });

  it('is the exported key rather than the profile', async () => {
    const env = { AWS_PROFILE: 'session', AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' };
    expect(await look(env)).toMatchObject({ credentials: { method: 'env', accessKeyId: 'AKIAENV' } });
  });

  it('is a role that is still to be assumed, without assuming it', async () => {
    const { credentials } = await look({ AWS_PROFILE: 'role' });
    expect(credentials).toEqual({ kind: 'role', roleArn: 'arn:aws:iam::123456789012:role/r' });
  });

  it.each([
    [{ AWS_SHARED_CREDENTIALS_FILE: '/nowhere' }, { kind: 'none' }],
    [{ AWS_PROFILE: 'no' }, { kind: 'none', reason: 'The config profile (no) could not be found' }],
    [
      { AWS_CONFIG_FILE: '/home/me/broken' },
      { kind: 'none', reason: 'Unable to parse config file: /home/me/broken' },
    ],
    [
      { AWS_ACCESS_KEY_ID: 'A' },
      { kind: 'none', reason: 'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY' },
    ],
  ] as [Record<string, string>, object][])('is nothing with %j', async (env, credentials) => {
    expect((await look(env)).credentials).toEqual(credentials);
  });
});
