import type { Globals } from '../commands/globals.ts';
import { generalError } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { type Credentials, findCredentials } from './credentials.ts';
import { profileSettings, readSharedFiles } from './profiles.ts';

/** What a command may ask of its environment: each asks only when it must, as the AWS CLI does. */
export interface Session {
  /** A setting of the profile. Throws when the profile does not exist. */
  setting(name: string): string | undefined;
  region(): string | undefined;
  output(): string;
  /** Undefined when there are none. */
  credentials(): Credentials | undefined;
}

/** Reads the shared files. Throws when one cannot be parsed; an unknown profile is found out at its first use. */
export async function openSession(host: AwsHost, globals: Globals): Promise<Session> {
  const { env } = host;
  const files = await readSharedFiles(host);
  const named = globals.profile ?? env.AWS_DEFAULT_PROFILE ?? env.AWS_PROFILE;
  const settings = () => {
    const found = profileSettings(files, named ?? 'default');
    if (!found && named !== undefined) throw generalError(`The config profile (${named}) could not be found`);
    return found;
  };
  const setting = (name: string) => {
    const value = settings()?.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    setting,
    region: () => globals.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? setting('region'),
    output: () => globals.output ?? env.AWS_DEFAULT_OUTPUT ?? setting('output') ?? 'json',
    credentials: () => {
      settings();
      return findCredentials(host, files, named ?? 'default', globals.profile !== undefined);
    },
  };
}
