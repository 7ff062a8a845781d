import type { Value } from '../argparse/index.ts';
import { printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { type ConfigSession, profileName, profileSettings, readSharedFiles } from '../config/index.ts';
import { CliFailure } from '../failures.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost, AwsOutput } from '../types.ts';

type Setting = string | ReadonlyMap<string, string> | undefined;

/** `aws configure get NAME`, `get profile.NAME.SETTING`, `get s3.SETTING`. */
export async function runGet(
  values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const name = String(values.get('varname'));
  const value = name.includes('.')
    ? await dotted(name.split('.'), globals, host)
    : (await openConfigSession(host, globals)).settings()?.get(name);
  if (typeof value === 'string') return printedOutput(`${value}\n`);
  if (value === undefined) return { stdout: '', stderr: '', exitCode: 1 };
  const stderr = `varname (${name}) must reference a value, not a section or sub-section.`;
  return { stdout: '', stderr, exitCode: 1 };
}

async function dotted(parts: readonly string[], globals: Globals, host: AwsHost): Promise<Setting> {
  const files = await readSharedFiles(host);
  const [first = '', second = ''] = parts;
  const isProfile = first === 'default' || profileSettings(files, first) !== undefined;
  const [profile, name, ...rest] =
    first === 'profile'
      ? [second, ...parts.slice(2)]
      : isProfile
        ? parts
        : [profileName(host.env, globals) ?? 'default', ...parts];
  const value = profileSettings(files, profile ?? '')?.get(name ?? '');
  if (rest.length !== 1) return value;
  return typeof value === 'object' ? value.get(rest[0] ?? '') : undefined;
}

/** A value, how it was given, and by what. */
type Found = readonly [value: string, type: string, location: string];

const NOT_SET: Found = ['<not set>', 'None', 'None'];

/** `aws configure list`: where each setting comes from. */
export async function runList(
  _values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const session = await openConfigSession(host, globals);
  const head = [
    ['Name', 'Value', 'Type', 'Location'],
    ['----', '-----', '----', '--------'],
    ['profile', ...profileOf(globals, host)],
  ];
  const text = (rows: readonly string[][]) => rows.map(line).join('');
  try {
    const rest = [...(await keys(session)), ['region', ...regionOf(session, host)]];
    return printedOutput(text([...head, ...rest]));
  } catch (error) {
    // The profile may be unknown: what came before is printed all the same.
    if (error instanceof CliFailure) throw new CliFailure(error.exitCode, error.stderr, text(head));
    throw error;
  }
}

const line = ([name = '', value = '', type = '', location = '']: readonly string[]) =>
  `${name.padStart(10)} ${value.padStart(24)} ${type.padStart(16)}    ${location}\n`;

function profileOf(globals: Globals, { env }: AwsHost): Found {
  if (globals.profile !== undefined) return [globals.profile, 'manual', '--profile'];
  const named = profileName(env, globals);
  // The CLI names both variables, whichever was set.
  return named === undefined ? NOT_SET : [named, 'env', "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']"];
}

async function keys(session: ConfigSession): Promise<string[][]> {
  const source = session.credentials();
  if (!source) return ['access_key', 'secret_key'].map((name) => [name, ...NOT_SET]);
  const { accessKeyId, secretAccessKey } = await source.get();
  const row = (name: string, value: string) => [
    name,
    `${'*'.repeat(16)}${value.slice(-4)}`,
    source.method,
    '',
  ];
  return [row('access_key', accessKeyId), row('secret_key', secretAccessKey)];
}

/** `--region` is no setting, and so is not listed. */
function regionOf(session: ConfigSession, { env }: AwsHost): Found {
  const exported = env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (exported !== undefined) return [exported, 'env', "['AWS_REGION', 'AWS_DEFAULT_REGION']"];
  const configured = session.setting('region');
  return configured === undefined
    ? NOT_SET
    : [configured, 'config-file', env.AWS_CONFIG_FILE ?? '~/.aws/config'];
}

/** `aws configure list-profiles`. */
export async function runListProfiles(
  _values: ReadonlyMap<string, Value>,
  _globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const { config, credentials } = await readSharedFiles(host);
  const names = new Set([...config.keys(), ...credentials.keys()]);
  return printedOutput([...names].map((name) => `${name}\n`).join(''));
}
