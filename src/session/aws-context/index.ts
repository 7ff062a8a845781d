import type { EffectiveConfig, EffectiveCredentials } from '../../aws/cli/index.ts';
import type { Sandbox } from '../../aws/sandbox/index.ts';
import type { AwsContext, ShellIdentity } from '../types.ts';

/** Returns the profile, region and credentials of `aws`, and what the account knows of them. Sends no request. */
export function awsContextOf(
  inUse: EffectiveConfig,
  sandbox: Pick<Sandbox, 'keyOwner'>,
  { accountNow, cwd }: { readonly accountNow: Date; readonly cwd: string },
): AwsContext {
  const { profile, region, credentials } = inUse;
  const identity = identityOf(credentials, sandbox);
  return { identity, profile, region, accountNow: accountNow.getTime(), cwd };
}

function identityOf(credentials: EffectiveCredentials, sandbox: Pick<Sandbox, 'keyOwner'>): ShellIdentity {
  if (credentials.kind === 'none') return { kind: 'none', reason: credentials.reason };
  if (credentials.kind === 'role') return { kind: 'role', arn: credentials.roleArn };
  const owner = sandbox.keyOwner(credentials);
  if (!owner) return { kind: 'unknown-key', accessKeyId: credentials.accessKeyId };
  const { arn, session } = owner;
  if (!session) return { kind: 'user', arn };
  return {
    kind: 'session',
    arn,
    issuedAt: session.issued.getTime(),
    expiresAt: session.expires.getTime(),
    mfa: session.mfa,
  };
}
