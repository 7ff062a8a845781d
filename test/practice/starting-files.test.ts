import { describe, expect, test } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { startingFiles } from '../../src/practice/starting-files.ts';
import { HOME, WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';

const key = { accessKeyId: 'AKIA', secretAccessKey: 'a/b+c' };
const CREDENTIALS = `${HOME}/.aws/credentials`;
const CONFIG = `${HOME}/.aws/config`;

function account(yaml: string) {
  const { account, problems } = readAccount(`id: '123456789012'\n${yaml}`, '_account.yaml');
  if (!account) throw new Error(JSON.stringify(problems));
  return account;
}

describe('without an account file', () => {
  test('the credentials file has the key as the default profile', () => {
    expect(startingFiles({ key })).toEqual({
      [CREDENTIALS]: '[default]\naws_access_key_id = AKIA\naws_secret_access_key = a/b+c\n',
    });
  });

  test('a temporary key has its token too', () => {
    const [text] = Object.values(startingFiles({ key: { ...key, sessionToken: 'c==' } }));
    expect(text).toContain('aws_session_token = c==\n');
  });

  test('there is no file without a key', () => {
    expect(startingFiles({})).toEqual({});
  });
});

test('the region is that of the default profile', () => {
  expect(startingFiles({ key }, account('region: eu-west-1'))[CONFIG]).toBe(
    '[default]\nregion = eu-west-1\n',
  );
});

const OTHERS = `
region: ap-northeast-1
users:
  - { name: reader, accessKeys: 1 }
  - { name: auditor, accessKeys: 1, mfaDevices: [{ name: phone, seed: JBSWY3DPEHPK3PXP }] }
roles:
  - name: admin
    path: /team/
    trust:
      Version: '2012-10-17'
      Statement: { Effect: Allow, Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' }
`;
const userKeys = [{ userName: 'auditor', accessKeyId: 'AKIB', secretAccessKey: 's' }];

test('profiles have keys of users, or assume roles', () => {
  const profiles = `
profiles:
  - { name: audit, user: auditor, region: us-east-1 }
  - { name: admin, role: admin, sourceProfile: audit, mfaDevice: phone }
`;
  const files = startingFiles({ key, userKeys }, account(OTHERS + profiles));
  expect(files[CREDENTIALS]).toBe(
    '[default]\naws_access_key_id = AKIA\naws_secret_access_key = a/b+c\n\n[audit]\naws_access_key_id = AKIB\naws_secret_access_key = s\n',
  );
  expect(files[CONFIG]).toBe(
    [
      '[default]\nregion = ap-northeast-1\n',
      '[profile audit]\nregion = us-east-1\n',
      '[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/team/admin\nsource_profile = audit\nmfa_serial = arn:aws:iam::123456789012:mfa/phone\nregion = ap-northeast-1\n',
    ].join('\n'),
  );
});

test('the reader may be a session of a role', () => {
  const profiles = `
profiles:
  - { name: base, user: auditor }
  - { name: default, role: admin, sourceProfile: base }
`;
  const files = startingFiles({ key, userKeys }, account(OTHERS + profiles));
  expect(files[CREDENTIALS]).not.toContain('[default]');
  expect(files[CONFIG]).toContain(
    '[default]\nrole_arn = arn:aws:iam::123456789012:role/team/admin\nsource_profile = base\n',
  );
});

test('files stand in the working directory, or in the home', () => {
  const text = `
files:
  - { path: policy.json, content: '{}' }
  - { path: ~/.ssh/config, content: "Host *\\n" }
`;
  expect(startingFiles({}, account(text))).toEqual({
    [`${WORKING_DIRECTORY}/policy.json`]: '{}',
    [`${HOME}/.ssh/config`]: 'Host *\n',
  });
});

test('a run without the keys of users says so', () => {
  const described = account(`${OTHERS}\nprofiles: [{ name: audit, user: auditor }]`);
  expect(() => startingFiles({ key }, described)).toThrow(
    'The profile audit is of auditor, whose access key this run does not have.',
  );
});
