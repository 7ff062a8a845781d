import type { Value } from '../argparse/index.ts';
import type { Globals } from '../commands/globals.ts';
import { printedOutput } from '../commands/results.ts';
import { profileName, profileSettings, readSharedFiles } from '../config/index.ts';
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
