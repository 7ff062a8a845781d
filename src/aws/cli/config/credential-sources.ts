import { generalError, notBuiltIn } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { profileSettings, type SharedFiles } from './profiles.ts';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Of a role's session, as STS wrote it. */
  readonly expiration?: string;
}

/** Credentials that were found, or can be asked for once they are needed. */
export interface CredentialSource {
  /** Name of the source in botocore: `env`, `assume-role`, `shared-credentials-file`, `config-file`. */
  readonly method: string;
  get(): Promise<AwsCredentials>;
  /** Those that are at hand without asking AWS; undefined for a role that is not assumed yet. */
  cached(): AwsCredentials | undefined;
}

/** Calls AssumeRole for a profile, once it must. Throws at once for settings that do not fit together. */
export type RoleAssumer = (profile: string) => Omit<CredentialSource, 'method'>;

type Section = ReadonlyMap<string, unknown>;

/** Ways to credentials that need a browser or a token: the built-in has neither. */
const elsewhere = ['sso_start_url', 'sso_session', 'web_identity_token_file'];

/**
 * Finds credentials in botocore's order: exported keys (unless `--profile` is given), a role, the shared credentials
 * file, the config file. Undefined when there are none; throws when only half of a pair is there.
 */
export function findCredentials(
  host: AwsHost,
  files: SharedFiles,
  profile: string,
  explicit: boolean,
  assume: RoleAssumer,
): CredentialSource | undefined {
  const fromEnvironment = explicit ? undefined : environmentKeys(host.env);
  if (fromEnvironment) return found('env', fromEnvironment);
  const settings = profileSettings(files, profile);
  const other = elsewhere.find((name) => settings?.has(name));
  if (other) throw notBuiltIn(`${other} for profiles`, `put keys into the profile ${profile} instead.`);
  if (settings?.has('role_arn')) return { method: 'assume-role', ...assume(profile) };
  return (
    sectionKeys('shared-credentials-file', files.credentials.get(profile)) ??
    refuseProcess(profile, settings) ??
    sectionKeys('config-file', files.config.get(profile))
  );
}

const found = (method: string, credentials: AwsCredentials): CredentialSource => ({
  method,
  get: async () => credentials,
  cached: () => credentials,
});

function refuseProcess(profile: string, settings: Section | undefined): undefined {
  if (settings?.has('credential_process'))
    throw notBuiltIn(
      'credential_process for profiles',
      `it starts no other programs; put keys into the profile ${profile} instead.`,
    );
}

function environmentKeys(env: AwsHost['env']): AwsCredentials | undefined {
  if (!env.AWS_ACCESS_KEY_ID) return undefined;
  if (!env.AWS_SECRET_ACCESS_KEY) throw partial('env', 'AWS_SECRET_ACCESS_KEY');
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
    sessionToken: env.AWS_SECURITY_TOKEN || env.AWS_SESSION_TOKEN || undefined,
  };
}

/** The keys that stand in a section; `provider` is what botocore calls the place. */
export function sectionKeys(provider: string, section: Section | undefined): CredentialSource | undefined {
  const text = (name: string) => {
    const value = section?.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const accessKeyId = text('aws_access_key_id');
  if (accessKeyId === undefined) return undefined;
  const secretAccessKey = text('aws_secret_access_key');
  if (secretAccessKey === undefined) throw partial(provider, 'aws_secret_access_key');
  const sessionToken = text('aws_security_token') ?? text('aws_session_token');
  return found(provider, { accessKeyId, secretAccessKey, sessionToken });
}

export const partial = (provider: string, missing: string) =>
  generalError(`Partial credentials found in ${provider}, missing: ${missing}`);
