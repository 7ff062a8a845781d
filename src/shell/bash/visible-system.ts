import { existsSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Folders of programs and libraries. Homes, /var, /srv, /mnt and other disks are not seen. */
const PROGRAMS = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store', '/gnu/store'];

/** Folders among them for settings and sources of this machine, in which a token may be kept. */
const HIDDEN = ['/usr/etc', '/usr/local/etc', '/usr/local/src', '/usr/src'];

/** Settings that programs need to start, to verify certificates and to reach a network; no password or key is among them. */
const SETTINGS = [
  ...['alternatives', 'ca-certificates', 'crypto-policies', 'python3', 'ld.so.conf.d'],
  ...['ssl/certs', 'ssl/cert.pem', 'ssl/openssl.cnf'],
  ...['pki/ca-trust', 'pki/tls/certs', 'pki/tls/cert.pem', 'pki/tls/openssl.cnf', 'pki/tls/openssl.d'],
  ...[
    'ld.so.cache',
    'ld.so.conf',
    'localtime',
    'timezone',
    'locale.alias',
    'magic',
    'mime.types',
    'os-release',
  ],
  ...['gai.conf', 'host.conf', 'hosts', 'nsswitch.conf', 'protocols', 'services', 'shells', 'bash.bashrc'],
].map((name) => `/etc/${name}`);

/** Arguments of bubblewrap that show a script the system's programs, and nothing else of the disk. */
export async function visibleSystem(readonlyFolder: string): Promise<string[]> {
  const shown = [...PROGRAMS, ...SETTINGS].flatMap((path) => ['--ro-bind-try', path, path]);
  return [...shown, ...hidden(), ...(await resolverSettings(readonlyFolder))];
}

/** A folder that is not there could not be made in what is read-only. */
const hidden = (): string[] =>
  HIDDEN.filter((path) => existsSync(path)).flatMap((path) => ['--tmpfs', path, '--remount-ro', path]);

/** The name servers, which many systems keep in /run: a copy, so that /run can stay hidden. */
async function resolverSettings(readonlyFolder: string): Promise<string[]> {
  const text = await readFile('/etc/resolv.conf', 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const copy = join(readonlyFolder, 'resolv.conf');
  await writeFile(copy, text);
  return ['--ro-bind', copy, '/etc/resolv.conf'];
}

/**
 * Finds the folders that a program outside of the system's own needs: its own, its interpreter's, and behind links.
 *
 * @example await programFolders('/home/me/venv/bin/aws') // ['/home/me/venv', '/home/me/.pyenv/versions/3.11.7']
 */
export async function programFolders(program: string): Promise<string[]> {
  const files = [program, await realpath(program)];
  for (const interpreter of await interpretersOf(program))
    files.push(interpreter, await realpath(interpreter));
  const folders = files.map(installationOf).filter((folder) => !isOfSystem(folder));
  return [...new Set(folders)];
}

/** The program that a script's first line names; nothing for a binary. */
async function interpretersOf(program: string): Promise<string[]> {
  const head = (await readFile(program)).subarray(0, 256).toString('latin1');
  const [, path] = /^#! *(\/[^\s]+)/.exec(head) ?? [];
  return path === undefined || /\/env$/.test(path) ? [] : [path];
}

const HOME_OR_ROOT = /^\/(?:root|(?:home|Users)\/[^/]+|[^/]*)?$/;

/** `/opt/tool/bin/aws` -> `/opt/tool`; a program in a home's own `bin` -> that `bin` only, never the home. */
function installationOf(file: string): string {
  const folder = dirname(file);
  const installation = dirname(folder);
  const isPrefix = ['bin', 'shims', 'dist'].includes(basename(folder)) && !HOME_OR_ROOT.test(installation);
  return isPrefix ? installation : folder;
}

const isOfSystem = (folder: string): boolean =>
  PROGRAMS.some((path) => folder === path || folder.startsWith(`${path}/`));
