import type { Value } from '../argparse/index.ts';
import { printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { expandPath, profileName } from '../config/index.ts';
import { awsFilesOf, folderOf, whatFails } from '../host-files.ts';
import type { AwsHost, AwsOutput } from '../types.ts';

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

function changeOf(varname: string, value: string, named: string): IniChange & { readonly profile: string } {
  const [first = '', ...rest] = varname.split('.');
  if (first === 'default') return { profile: 'default', ...settingOf(rest, value) };
  if (first === PLUGINS) return { profile: PLUGINS, ...settingOf(rest, value) };
  if (first === 'profile') return { profile: rest[0] ?? '', ...settingOf(rest.slice(1), value) };
  return { profile: named, ...settingOf([first, ...rest], value) };
}

function settingOf([name = '', ...rest]: readonly string[], value: string): IniChange {
  return rest.length === 1 ? { name, member: rest[0] ?? '', value } : { name, value };
}

async function write(host: AwsHost, path: string, section: string, change: IniChange): Promise<void> {
  const files = awsFilesOf(host, 'configure set');
  const before = await host.readFile(path);
  if (before === undefined) await whatFails(files.makeFolder(folderOf(path)));
  const text = changeIni(before ?? '', section, change);
  await whatFails(files.write(path, new TextEncoder().encode(text), { secret: before === undefined }));
}

/** A setting of a section, or a member of an indented block of settings. */
interface IniChange {
  readonly name: string;
  readonly member?: string;
  readonly value: string;
}

const OPTION = /^[:=]*([^:=]+)[:=]/;

/** Sets one setting and leaves every other line as it is (customizations/configure/writer.py). */
export function changeIni(text: string, section: string, change: IniChange): string {
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  const start = lines.findIndex((line) => isHeader(line, section));
  if (start < 0)
    return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}[${section}]\n${written(change)}`;
  const next = lines.findIndex((line, index) => index > start && /^\s*\[[^\]]+\]/.test(line));
  const end = next < 0 ? lines.length : next;
  const at = lines.findIndex((line, index) => index > start && index < end && nameOf(line) === change.name);
  if (at < 0) append(lines, start, end, change);
  else if (change.member === undefined) lines[at] = written(change);
  else setMember(lines, at, change);
  return lines.join('');
}

function isHeader(line: string, section: string): boolean {
  const header = /^\s*(\[[^\]]+\])/.exec(line)?.[1];
  const [kind, ...name] = section.split(' ');
  return header === `[${section}]` || (name.length > 0 && header === `[${kind} "${name.join(' ')}"]`);
}

const nameOf = (line: string) => OPTION.exec(line)?.[1]?.trim();

const written = ({ name, member, value }: IniChange, indent = '') =>
  member === undefined ? `${indent}${name} = ${value}\n` : `${name} =\n    ${member} = ${value}\n`;

/** After the last setting of a section that others follow, else after its last line. */
function append(lines: string[], start: number, end: number, change: IniChange): void {
  if (end === lines.length) {
    const last = lines.at(-1) ?? '';
    if (!last.endsWith('\n')) lines.push('\n');
    lines.push(written(change));
    return;
  }
  let last = start;
  for (let index = start + 1; index < end; index++) if (OPTION.test(lines[index] ?? '')) last = index;
  lines.splice(last + 1, 0, written(change));
}

/** Within the indented lines below a setting. */
function setMember(lines: string[], at: number, { member = '', value }: IniChange): void {
  let index = at + 1;
  for (; /^[ \t]+\S/.test(lines[index] ?? ''); index++) {
    if (nameOf(lines[index] ?? '') !== member) continue;
    const indent = /^[ \t]*/.exec(lines[index] ?? '')?.[0] ?? '';
    lines[index] = `${indent}${member} = ${value}\n`;
    return;
  }
  const last = lines[index - 1] ?? '';
  if (!last.endsWith('\n')) lines[index - 1] = `${last}\n`;
  lines.splice(index, 0, `    ${member} = ${value}\n`);
}
