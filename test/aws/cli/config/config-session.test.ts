import { describe, expect, it } from 'vitest';
import { configuredSession, profileName } from '../../../../src/aws/cli/config/config-session.ts';
import { memoryHost } from '../host.ts';

const CONFIG = '[default]\nregion = r1\noutput = table\nmax_attempts = 5\n[profile dev]\nregion = r2\n';
const NONE = { color: 'auto', sign: true, paginate: true };
const open = (env: Record<string, string> = {}, globals = {}) =>
  configuredSession(
    memoryHost({ '/home/me/.aws/config': CONFIG }, { env: { HOME: '/home/me', ...env } }),
    { ...NONE, ...globals },
    () => () => ({ get: async () => ({ accessKeyId: '', secretAccessKey: '' }), cached: () => undefined }),
  );

describe('where a setting comes from', () => {
  it.each([
    [{}, {}, 'r1', 'table'],
    [{ AWS_PROFILE: 'dev' }, {}, 'r2', 'json'],
    [{ AWS_PROFILE: 'dev' }, { profile: 'default' }, 'r1', 'table'],
    [{ AWS_DEFAULT_REGION: 'r3', AWS_DEFAULT_OUTPUT: 'text' }, {}, 'r3', 'text'],
    [{ AWS_DEFAULT_REGION: 'r3', AWS_REGION: 'r4' }, {}, 'r4', 'table'],
    [{ AWS_REGION: 'r4' }, { region: 'r5', output: 'yaml' }, 'r5', 'yaml'],
  ])('%j and %j', async (env, globals, region, output) => {
    const session = await open(env, globals);
    expect([session.region(), session.output()]).toEqual([region, output]);
  });

  it('counts attempts', async () => {
    expect((await open()).maxAttempts()).toBe(5);
    expect((await open({ AWS_PROFILE: 'dev' })).maxAttempts()).toBe(3);
    expect((await open({ AWS_MAX_ATTEMPTS: '1' })).maxAttempts()).toBe(1);
    expect((await open({ AWS_MAX_ATTEMPTS: 'x' })).maxAttempts).toThrow('invalid literal for int()');
    expect((await open({ AWS_RETRY_MODE: 'legacy' })).maxAttempts).toThrow(
      'Invalid value provided to "mode": "legacy" must be one of: "standard" or "adaptive"',
    );
  });

  it('misses a profile only once it is needed', async () => {
    const session = await open({}, { profile: 'none', region: 'r' });
    expect(session.region()).toBe('r');
    expect(() => session.setting('region')).toThrow('The config profile (none) could not be found');
    expect(() => session.credentials()).toThrow('The config profile (none) could not be found');
  });
});

it('profileName prefers the option, then the older variable', () => {
  expect(profileName({ AWS_PROFILE: 'a', AWS_DEFAULT_PROFILE: 'b' }, { profile: 'c' })).toBe('c');
  expect(profileName({ AWS_PROFILE: 'a', AWS_DEFAULT_PROFILE: 'b' }, {})).toBe('b');
  expect(profileName({}, {})).toBeUndefined();
});
