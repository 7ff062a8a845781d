import { expect, it } from 'vitest';
import type { EffectiveCredentials } from '../../src/aws/cli/index.ts';
import type { KeyOwner } from '../../src/aws/sandbox/index.ts';
import { awsContextOf } from '../../src/session/aws-context/index.ts';

const at = { accountNow: new Date(5_000), cwd: '/home/me' };
const standing = (credentials: EffectiveCredentials, holder?: KeyOwner) =>
  awsContextOf({ profile: 'p', region: 'eu-west-1', credentials }, { keyOwner: () => holder }, at);
const key = { kind: 'key', method: 'env', accessKeyId: 'AKIAX', secretAccessKey: 's' } as const;
const arn = 'arn:aws:iam::123456789012:user/anna';

it.each([
  [{ kind: 'none' } as const, undefined, { kind: 'none' }],
  [{ kind: 'none', reason: 'why' } as const, undefined, { kind: 'none', reason: 'why' }],
  [{ kind: 'role', roleArn: 'r' } as const, undefined, { kind: 'role', arn: 'r' }],
  [key, undefined, { kind: 'unknown-key', accessKeyId: 'AKIAX' }],
  [key, { arn }, { kind: 'user', arn }],
  [
    key,
    { arn, session: { issued: new Date(4_000), expires: new Date(9_000), mfa: true } },
    { kind: 'session', arn, issuedAt: 4_000, expiresAt: 9_000, mfa: true },
  ],
])('tells who %j is', (credentials, holder, identity) => {
  const found = standing(credentials, holder);
  expect(found).toEqual({
    ...{ identity, profile: 'p', region: 'eu-west-1', accountNow: 5_000, cwd: '/home/me' },
  });
});
