import { profileName } from './config/index.ts';
import { CliFailure } from './failures.ts';
import { openConfigSession } from './session/index.ts';
import type { AwsHost } from './types.ts';

/** Profile, region and credentials that `aws` would use now without options. */
export interface EffectiveConfig {
  readonly profile: string;
  readonly region: string | undefined;
  readonly credentials: EffectiveCredentials;
}

export type EffectiveCredentials =
  | {
      readonly kind: 'key';
      /** Name of the source in botocore: `env`, `shared-credentials-file`, `config-file`, `assume-role`. */
      readonly method: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    }
  /** A role that the next command will assume. */
  | { readonly kind: 'role'; readonly roleArn: string }
  /** `reason` is what `aws` would say; absent where there simply are none. */
  | { readonly kind: 'none'; readonly reason?: string };

/** Reads variables and files as `aws` would, and sends nothing. */
export async function effectiveConfig(host: AwsHost): Promise<EffectiveConfig> {
  const profile = profileName(host.env, {}) ?? 'default';
  try {
    return { profile, ...(await settingsInUse(host)) };
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    const region = host.env.AWS_REGION ?? host.env.AWS_DEFAULT_REGION;
    return { profile, region, credentials: { kind: 'none', reason: error.message.trim() } };
  }
}

async function settingsInUse(host: AwsHost): Promise<Omit<EffectiveConfig, 'profile'>> {
  const session = await openConfigSession(host, { color: 'auto', sign: true, paginate: true });
  const region = session.region();
  const source = session.credentials();
  if (!source) return { region, credentials: { kind: 'none' } };
  const found = source.cached();
  if (!found) return { region, credentials: { kind: 'role', roleArn: session.setting('role_arn') ?? '' } };
  const { accessKeyId, secretAccessKey, sessionToken } = found;
  const { method } = source;
  return { region, credentials: { kind: 'key', method, accessKeyId, secretAccessKey, sessionToken } };
}
