import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BashShellOptions, Confinement } from './types.ts';

const GATEKEEPER = fileURLToPath(new URL('./tcp-to-unix.js', import.meta.url));
const USER_ID = '1000';
const BASH = ['bash', '--noprofile', '--norc'];

/** A bash that sees the machine as it is, but can write to its home and /tmp only. */
export async function confinedCommand(
  { folder, home, env }: Pick<BashShellOptions, 'folder' | 'home' | 'env'>,
  { gateway, writable = [], readable = [] }: Confinement,
): Promise<string[]> {
  // The project itself may be under a folder that is hidden from the bash, such as /tmp.
  const gatekeeper = join(folder.readonly, 'gatekeeper.mjs');
  await copyFile(GATEKEEPER, gatekeeper);
  const names = await namesOf(env.USER ?? 'user', home, folder.readonly);
  return [
    'bwrap',
    // All of it ends with us, and with its first process.
    ...['--die-with-parent', '--unshare-pid', '--unshare-ipc'],
    ...['--unshare-user', '--uid', USER_ID, '--gid', USER_ID],
    ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp'],
    // Sockets of the machine's services are in /run: without a network, they are none of a page's business.
    ...(gateway ? ['--unshare-net', '--tmpfs', '/run'] : []),
    ...(await neighbours(home)),
    ...readable.flatMap((path) => ['--ro-bind', path, path]),
    ...['--bind', folder.home, home],
    ...['--ro-bind', folder.readonly, folder.readonly],
    ...['--bind', folder.control, folder.control],
    ...names,
    ...writable.flatMap((path) => ['--bind', path, path]),
    ...(gateway ? ['--ro-bind', gateway.socket, gateway.socket, '--remount-ro', '/run'] : []),
    ...['--remount-ro', dirname(home)],
    ...['--chdir', home, '--'],
    ...(gateway ? [process.execPath, gatekeeper, String(gateway.port), gateway.socket] : []),
    ...BASH,
  ];
}

/** The folder that holds the home, with what else is in it: `aws` or Node.js may be installed in a user's own home. */
async function neighbours(home: string): Promise<string[]> {
  const parent = dirname(home);
  const others = (await readdir(parent).catch(() => [])).map((name) => join(parent, name));
  return [
    ...['--tmpfs', parent],
    ...others.filter((path) => path !== home).flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}

/** What `whoami` and `ls -l` say. */
async function namesOf(user: string, home: string, supplies: string): Promise<string[]> {
  const files = {
    passwd: `root:x:0:0:root:/root:/bin/bash\n${user}:x:${USER_ID}:${USER_ID}::${home}:/bin/bash\n`,
    group: `root:x:0:\n${user}:x:${USER_ID}:\n`,
  };
  const binds: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(supplies, name), text);
    binds.push('--ro-bind', join(supplies, name), `/etc/${name}`);
  }
  return binds;
}
