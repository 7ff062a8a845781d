import { expect, test } from 'vitest';
import { Identity } from '../../../src/components/AwsContext/identity.tsx';
import type { ShellIdentity } from '../../../src/session/index.ts';
import { words } from '../markup.ts';

const arn = 'arn:aws:iam::123456789012:user/anna';
const session = (expiresAt: number, mfa: boolean): ShellIdentity =>
  ({ kind: 'session', arn, expiresAt, mfa }) as ShellIdentity;

test.each<[ShellIdentity, string]>([
  [{ kind: 'none', reason: 'x' } as ShellIdentity, 'なし'],
  [{ kind: 'unknown-key' } as ShellIdentity, '無効なアクセスキー'],
  [{ kind: 'role', arn: 'arn:aws:sts::1:assumed-role/r/s' } as ShellIdentity, 'assumed-role/r/s'],
  [{ kind: 'user', arn } as ShellIdentity, 'user/anna (長期)'],
  [session(901_000, false), 'user/anna (セッション、残り15:00)'],
  [session(61_000, true), 'user/anna (セッション、残り01:00 MFAあり)'],
  [session(1_000, true), 'user/anna (セッション、期限切れ MFAあり)'],
])('%j is %s', (identity, text) => {
  expect(words(Identity, { identity, accountNow: 1_000 })).toBe(text);
});
