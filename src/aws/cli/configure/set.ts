import type { Value } from '../argparse/index.ts';
import type { Globals } from '../commands/globals.ts';
import { printedOutput } from '../commands/results.ts';
import { expandPath, profileName } from '../config/index.ts';
import { awsFilesOf, folderOf, whatFails } from '../host-files.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { type Change, changeIni } from './change-ini.ts';

const secrets = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];

/** A section of the config file that is no profile. */
const PLUGINS = 'plugins';

/** `aws configure set NAME VALUE`: keys go into the credentials file, all else into the config file. */
export async function runSet(
  values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const named = profileName(host.env, globals) ?? 'default';
  const { profile, ...change } = changeOf(String(values.get('varname')), String(values.get('value')), named);
  const secret = secrets.includes(change.name);
  const { AWS_SHARED_CREDENTIALS_FILE, AWS_CONFIG_FILE } = host.env;
  const path = secret
    ? (AWS_SHARED_CREDENTIALS_FILE ?? '~/.aws/credentials')
    : (AWS_CONFIG_FILE ?? '~/.aws/config');
  const plain = secret || ['default', PLUGINS].includes(profile);
  const section = plain ? profile : `profile ${quotedName(profile)}`;
  await write(host, expandPath(path, host), section, change);
  return printedOutput('');
}

/** As a shell would quote it, where it has spaces. */
const quotedName = (name: string) => (/[ \t]/.test(name) ? `'${name.replaceAll("'", `'"'"'`)}'` : name);

function changeOf(varname: string, value: string, named: string): Change & { readonly profile: string } {
  const [first = '', ...rest] = varname.split('.');
  if (first === 'default') return { profile: 'default', ...settingOf(rest, value) };
  if (first === PLUGINS) return { profile: PLUGINS, ...settingOf(rest, value) };
  if (first === 'profile') return { profile: rest[0] ?? '', ...settingOf(rest.slice(1), value) };
  return { profile: named, ...settingOf([first, ...rest], value) };
}

function settingOf([name = '', ...rest]: readonly string[], value: string): Change {
  return rest.length === 1 ? { name, member: rest[0] ?? '', value } : { name, value };
}

async function write(host: AwsHost, path: string, section: string, change: Change): Promise<void> {
  const files = awsFilesOf(host, 'configure set');
  const before = await host.readFile(path);
  if (before === undefined) await whatFails(files.makeFolder(folderOf(path)));
  const text = changeIni(before ?? '', section, change);
  await whatFails(files.write(path, new TextEncoder().encode(text), { secret: before === undefined }));
}
