import { loadService } from '../../wire/models/index.ts';
import { openClient } from '../aws-client.ts';
import {
  type AwsCredentials,
  type ConfigSession,
  type CredentialSource,
  partial,
  profileSettings,
  type RoleAssumer,
  type SharedFiles,
  sectionKeys,
} from '../config/index.ts';
import { generalError, notBuiltIn } from '../failures.ts';
import { loadCliModel } from '../model/index.ts';
import { prepareCall } from '../parameters/prepare-call.ts';
import { parseInteger, repr } from '../python/builtins.ts';
import { toDate } from '../python/timestamps.ts';
import type { AwsHost, Transport } from '../types.ts';

type Settings = ReadonlyMap<string, unknown>;

interface Role {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly source: CredentialSource;
}

/** Profiles with `role_arn` and `source_profile`, as botocore's AssumeRoleProvider takes them. */
export function roleAssumer(host: AwsHost, files: SharedFiles, session: ConfigSession): RoleAssumer {
  const resolve = (profile: string, visited: readonly string[]): ReturnType<RoleAssumer> => {
    const settings = profileSettings(files, profile) ?? new Map();
    const role = { parameters: parametersOf(settings), source: sourceOf(profile, settings, visited) };
    return { get: () => cached(host, role, session), cached: () => known(host, role) };
  };
  const sourceOf = (profile: string, settings: Settings, visited: readonly string[]): CredentialSource => {
    const name = checkSource(files, profile, settings, visited);
    const section = profileSettings(files, name);
    const isRole = section?.has('role_arn') && !hasKeys(section);
    if (isRole) return { method: 'assume-role', ...resolve(name, [...visited, name]) };
    const keys =
      sectionKeys('shared-credentials-file', files.credentials.get(name)) ??
      sectionKeys('config-file', files.config.get(name));
    if (!keys) throw generalError(`The source profile "${name}" must have credentials.`);
    return keys;
  };
  return (profile) => resolve(profile, [profile]);
}

const hasKeys = (settings: Settings) =>
  settings.has('aws_access_key_id') || settings.has('aws_secret_access_key');

const text = (settings: Settings, name: string): string | undefined => {
  const value = settings.get(name);
  return typeof value === 'string' ? value : undefined;
};

/** The name of the profile whose keys assume the role. */
function checkSource(
  files: SharedFiles,
  profile: string,
  settings: Settings,
  visited: readonly string[],
): string {
  const source = text(settings, 'source_profile');
  const other = text(settings, 'credential_source');
  if (source !== undefined && other !== undefined)
    throw generalError(`The profile "${profile}" contains both source_profile and credential_source.`);
  if (other !== undefined)
    throw notBuiltIn('credential_source for profiles', 'name a source_profile with keys instead.');
  if (source === undefined) throw partial('assume-role', 'source_profile or credential_source');
  const section = profileSettings(files, source);
  if (!section)
    throw generalError(
      `The source_profile "${source}" referenced in the profile "${profile}" does not exist.`,
    );
  // A profile may be its own source, when it has keys.
  if (visited.includes(source) && !(source === profile && hasKeys(section)))
    throw generalError(
      `Infinite loop in credential configuration detected. Attempting to load from profile ${source} which has already been visited. Visited profiles: ${repr(visited)}`,
    );
  return source;
}

function parametersOf(settings: Settings): Record<string, unknown> {
  if (settings.has('mfa_serial'))
    throw notBuiltIn(
      'prompt for an MFA code, which mfa_serial in a profile asks for',
      'use aws sts assume-role with --serial-number and --token-code, and put the keys into a profile.',
    );
  const duration = parseInteger(text(settings, 'duration_seconds') ?? '');
  const given = {
    RoleArn: text(settings, 'role_arn'),
    RoleSessionName: text(settings, 'role_session_name'),
    ExternalId: text(settings, 'external_id'),
    DurationSeconds: duration,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** In memory, where the AWS CLI keeps files under ~/.aws/cli/cache: by way out, then by the role's settings. */
const sessions = new WeakMap<Transport, Map<string, AwsCredentials>>();

/** botocore asks anew when less than 15 minutes are left. */
const WINDOW_MS = 15 * 60_000;

const cacheKey = ({ parameters }: Role) => JSON.stringify(parameters);

/** The role's session, while botocore would use it. */
function known(host: AwsHost, role: Role): AwsCredentials | undefined {
  const before = sessions.get(host.transport)?.get(cacheKey(role));
  const ends = toDate(before?.expiration)?.getTime() ?? 0;
  const now = (host.accountNow ?? host.now)().getTime();
  return ends - now >= WINDOW_MS ? before : undefined;
}

async function cached(host: AwsHost, role: Role, session: ConfigSession): Promise<AwsCredentials> {
  const before = known(host, role);
  if (before) return before;
  const credentials = await assumeRole(host, role, session);
  const ofHost = sessions.get(host.transport) ?? new Map<string, AwsCredentials>();
  sessions.set(host.transport, ofHost.set(cacheKey(role), credentials));
  return credentials;
}

async function assumeRole(
  host: AwsHost,
  { parameters, source }: Role,
  session: ConfigSession,
): Promise<AwsCredentials> {
  const [service, model] = await Promise.all([loadService('sts'), loadCliModel('sts')]);
  const client = openClient(service, model, { ...session, credentials: () => source }, { sign: true }, host);
  const sessionName = `botocore-session-${Math.floor(host.now().getTime() / 1000)}`;
  const input = { RoleSessionName: sessionName, ...parameters };
  const answer = await client.call(...prepareCall(service, model, 'AssumeRole', input));
  const given = answer.Credentials as Record<string, string>;
  return {
    accessKeyId: given.AccessKeyId ?? '',
    secretAccessKey: given.SecretAccessKey ?? '',
    sessionToken: given.SessionToken,
    expiration: given.Expiration,
  };
}
