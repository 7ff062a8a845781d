import { describe, expect, it } from 'vitest';
import { findCredentials, sectionKeys } from '../../../../src/aws/cli/config/credential-sources.ts';
import { memoryHost } from '../host.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;
const ini = (sections: Sections) =>
  new Map(Object.entries(sections).map(([name, options]) => [name, new Map(Object.entries(options))]));
const pair = (id: string) => ({ aws_access_key_id: id, aws_secret_access_key: 's' });
const role = { get: () => Promise.reject(new Error('not asked')), cached: () => undefined };

const find = (
  { credentials = {}, config = {} }: { credentials?: Sections; config?: Sections },
  { env = {}, explicit = false }: { env?: Record<string, string>; explicit?: boolean } = {},
) =>
  findCredentials(
    memoryHost({}, { env }),
    { credentials: ini(credentials), config: ini(config) },
    'default',
    explicit,
    () => role,
  );

describe('findCredentials asks in the order of botocore', () => {
  const ENV = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' };
  const credentials = { default: pair('AKIAFILE') };
  const config = { default: pair('AKIACONFIG') };
  it.each([
    ['exported keys', { credentials, config }, { env: ENV }, 'env', 'AKIAENV'],
    [
      'the file once --profile is given',
      { credentials, config },
      { env: ENV, explicit: true },
      'shared-credentials-file',
      'AKIAFILE',
    ],
    ['the credentials file', { credentials, config }, {}, 'shared-credentials-file', 'AKIAFILE'],
    ['the config file', { config }, {}, 'config-file', 'AKIACONFIG'],
  ])('%s', async (_, files, asked, method, accessKeyId) => {
    const found = find(files, asked);
    expect(found?.method).toBe(method);
    expect(await found?.get()).toMatchObject({ accessKeyId });
    expect(found?.cached()).toMatchObject({ accessKeyId });
  });

  it('a role before the keys of its own section', () => {
    expect(find({ credentials, config: { default: { role_arn: 'arn' } } })?.method).toBe('assume-role');
  });

  it('nothing where nothing is', () => expect(find({})).toBeUndefined());
});

describe('findCredentials refuses', () => {
  it.each([
    [
      'half of an exported pair',
      {},
      { AWS_ACCESS_KEY_ID: 'A' },
      'Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY',
    ],
    [
      'half of a pair in a file',
      { credentials: { default: { aws_access_key_id: 'A' } } },
      {},
      'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
    ],
    [
      'a sign-in by browser',
      { config: { default: { sso_session: 's' } } },
      {},
      'has no sso_session for profiles',
    ],
    [
      'another program',
      { config: { default: { credential_process: 'x' } } },
      {},
      'has no credential_process for profiles',
    ],
  ])('%s', (_, files, env, message) => expect(() => find(files, { env })).toThrow(message));
});

it('sectionKeys takes the token under either name', async () => {
  const keys = (token: Record<string, string>) =>
    sectionKeys('p', new Map(Object.entries({ ...pair('A'), ...token })))?.get();
  expect(await keys({ aws_session_token: 't' })).toMatchObject({ sessionToken: 't' });
  expect(await keys({ aws_security_token: 'u', aws_session_token: 't' })).toMatchObject({
    sessionToken: 'u',
  });
  expect(sectionKeys('p', new Map())).toBeUndefined();
});
