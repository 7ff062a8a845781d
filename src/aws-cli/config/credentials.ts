import { generalError, notBuiltIn } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { profileSettings, type SharedFiles } from './profiles.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

type Section = ReadonlyMap<string, unknown>;

/** Ways to credentials that need what the built-in has not: another process, a browser, or a role to assume. */
const elsewhere = [
  'role_arn',
  'credential_process',
  'sso_start_url',
  'sso_session',
  'web_identity_token_file',
];

/**
 * Finds credentials in botocore's order: exported keys (unless `--profile` is given), the shared credentials
 * file, the config file. Undefined when there are none; throws when only half of a pair is there.
 */
export function findCredentials(
  host: AwsHost,
  files: SharedFiles,
  profile: string,
  explicit: boolean,
): Credentials | undefined {
  const fromEnvironment = explicit ? undefined : environmentKeys(host.env);
  if (fromEnvironment) return fromEnvironment;
  const other = elsewhere.find((name) => profileSettings(files, profile)?.has(name));
  if (other) throw notBuiltIn(`${other} for profiles`, `put keys into the profile ${profile} instead.`);
  return (
    sectionKeys('shared-credentials-file', files.credentials.get(profile)) ??
    sectionKeys('config-file', files.config.get(profile))
  );
}

function environmentKeys(env: AwsHost['env']): Credentials | undefined {
  if (!env.AWS_ACCESS_KEY_ID) return undefined;
  if (!env.AWS_SECRET_ACCESS_KEY) throw partial('env', 'AWS_SECRET_ACCESS_KEY');
  return {
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
    sessionToken: env.AWS_SECURITY_TOKEN || env.AWS_SESSION_TOKEN || undefined,
  };
}

function sectionKeys(provider: string, section: Section | undefined): Credentials | undefined {
  const text = (name: string) => {
    const value = section?.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const accessKeyId = text('aws_access_key_id');
  if (accessKeyId === undefined) return undefined;
  const secretAccessKey = text('aws_secret_access_key');
  if (secretAccessKey === undefined) throw partial(provider, 'aws_secret_access_key');
  const sessionToken = text('aws_security_token') ?? text('aws_session_token');
  return { accessKeyId, secretAccessKey, sessionToken };
}

const partial = (provider: string, missing: string) =>
  generalError(`Partial credentials found in ${provider}, missing: ${missing}`);
