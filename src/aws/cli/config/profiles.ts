import { generalError } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { type Ini, parseIni } from './ini.ts';

/** An absolute path from what a user wrote. */
export function expandPath(path: string, host: Pick<AwsHost, 'env' | 'cwd'>): string {
  const expanded = expandNames(path, host);
  return expanded.startsWith('/') ? expanded : `${host.cwd.replace(/\/$/, '')}/${expanded}`;
}

/** `~` and `$NAME` are expanded as Python's os.path does. */
export function expandNames(path: string, { env }: Pick<AwsHost, 'env'>): string {
  const home = env.HOME ?? '/';
  const named = path.replace(/\$(\w+|\{[^}]*\})/g, (whole, name: string) => {
    const variable = name.startsWith('{') ? name.slice(1, -1) : name;
    return env[variable] ?? whole;
  });
  return named === '~' || named.startsWith('~/') ? home + named.slice(1) : named;
}

type Section = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

/** The two shared files, as far as they exist. */
export interface SharedFiles {
  readonly credentials: Ini;
  /** Profiles of the config file: `[default]` and `[profile NAME]`. */
  readonly config: Ini;
}

type FileHost = Pick<AwsHost, 'env' | 'cwd' | 'readFile'>;

const NONE: Ini = new Map();

/** Reads ~/.aws/credentials and ~/.aws/config, or the files that the AWS_ variables name. Throws on a broken one. */
export async function readSharedFiles(host: FileHost): Promise<SharedFiles> {
  const config = await readIni(host, host.env.AWS_CONFIG_FILE ?? '~/.aws/config');
  const credentials = await readIni(host, host.env.AWS_SHARED_CREDENTIALS_FILE ?? '~/.aws/credentials');
  return { credentials, config: profilesOf(config) };
}

async function readIni(host: FileHost, file: string): Promise<Ini> {
  const text = await host.readFile(expandPath(file, host));
  if (text === undefined) return NONE;
  const ini = parseIni(text);
  if (!ini) throw generalError(`Unable to parse config file: ${expandNames(file, host)}`);
  return ini;
}

function profilesOf(config: Ini): Ini {
  const profiles = new Map<string, Section>();
  for (const [name, section] of config) {
    const profile = /^profile\s+(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*$/.exec(name);
    const key = name === 'default' ? name : (profile?.[1] ?? profile?.[2] ?? profile?.[3]);
    if (key !== undefined) profiles.set(key, section);
  }
  return profiles;
}

/** The profile's settings from both files; undefined when neither has it. */
export function profileSettings(files: SharedFiles, name: string): Section | undefined {
  const [config, credentials] = [files.config.get(name), files.credentials.get(name)];
  return config || credentials ? new Map([...(config ?? []), ...(credentials ?? [])]) : undefined;
}
