import type { Globals } from '../commands/globals.ts';
import { generalError } from '../failures.ts';
import { toInteger } from '../python/builtins.ts';
import type { AwsHost } from '../types.ts';
import { type CredentialSource, findCredentials, type RoleAssumer } from './credential-sources.ts';
import { profileSettings, readSharedFiles, type SharedFiles } from './profiles.ts';

type Settings = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

/** Settings of a command, each read only when the command needs it, as in the AWS CLI. */
export interface ConfigSession {
  /** The profile's settings from both files; undefined for a `default` that is not there. Throws for an unknown profile. */
  settings(): Settings | undefined;
  /** A setting of the profile. Throws when the profile does not exist. */
  setting(name: string): string | undefined;
  region(): string | undefined;
  output(): string;
  /** How often a request is sent before the CLI gives up. */
  maxAttempts(): number;
  /** Undefined when there are none. */
  credentials(): CredentialSource | undefined;
}

/** The profile that was asked for; undefined where none was. */
export const profileName = (env: AwsHost['env'], globals: Pick<Globals, 'profile'>): string | undefined =>
  globals.profile ?? env.AWS_DEFAULT_PROFILE ?? env.AWS_PROFILE;

/** Reads the shared files. Throws when one cannot be parsed; an unknown profile is found out at its first use. */
export async function configuredSession(
  host: AwsHost,
  globals: Globals,
  assumer: (host: AwsHost, files: SharedFiles, session: ConfigSession) => RoleAssumer,
): Promise<ConfigSession> {
  const { env } = host;
  const files = await readSharedFiles(host);
  const named = profileName(env, globals);
  const settings = () => {
    const found = profileSettings(files, named ?? 'default');
    if (!found && named !== undefined) throw generalError(`The config profile (${named}) could not be found`);
    return found;
  };
  const setting = (name: string) => {
    const value = settings()?.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const session: ConfigSession = {
    settings,
    setting,
    region: () => globals.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? setting('region'),
    output: () => globals.output ?? env.AWS_DEFAULT_OUTPUT ?? setting('output') ?? 'json',
    maxAttempts: () => {
      checkRetryMode(env.AWS_RETRY_MODE ?? setting('retry_mode'));
      return toInteger(env.AWS_MAX_ATTEMPTS ?? setting('max_attempts') ?? '3');
    },
    credentials: () => {
      settings();
      const explicit = globals.profile !== undefined;
      return findCredentials(host, files, named ?? 'default', explicit, assumer(host, files, session));
    },
  };
  return session;
}

/** The modes differ in what they wait for; the built-in knows one. */
function checkRetryMode(mode: string | undefined): void {
  if (mode !== undefined && !['standard', 'adaptive'].includes(mode))
    throw generalError(
      `Invalid value provided to "mode": "${mode}" must be one of: "standard" or "adaptive"`,
    );
}
