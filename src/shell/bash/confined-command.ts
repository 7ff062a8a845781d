import { copyFile, writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seccompFilter } from './seccomp-filter.ts';
import type { BashShellOptions, Confinement } from './types.ts';
import { programFolders, visibleSystem } from './visible-system.ts';

const TCP_TO_UNIX = fileURLToPath(new URL('./tcp-to-unix.js', import.meta.url));
const USER_ID = '1000';
export const BASH = ['bash', '--noprofile', '--norc'];
/** Bytes that scripts may keep in /tmp, and in /dev/shm: both are memory. */
const TMP_BYTES = String(512 * 1024 * 1024);
/** Descriptor on which bubblewrap reads the filter. */
const SECCOMP = '4';

/**
 * Runs a command with the descriptors that it is given, 0 to 4, and without any that this process has from its own parent:
 * Node.js passes on those above 15.
 */
const WITHOUT_INHERITED = [
  ...[...BASH, '-c'],
  'cd /proc/self/fd; for fd in *; do ((fd < 5)) || eval "exec $fd>&-"; done; cd /; exec "$@"',
  'tejun',
];

/**
 * Starts a command that can have so many threads with all that it starts: a fork bomb ends there before it is noticed. The
 * kernel counts them within the confinement from Linux 5.14 on, all of the user's before; and root's never.
 */
const MOST_THREADS = 2_000;
const WITH_FEW_THREADS = [...BASH, '-c', `ulimit -u ${MOST_THREADS} 2>/dev/null; exec "$@"`, 'tejun'];
const COUNTING_KERNEL = [5, 14] as const;

/** Tells whether a kernel counts the threads of a confinement apart: `6.1.0-rc1` does. */
export function countsThreads(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map((part) => Number.parseInt(part, 10));
  const [first, second] = COUNTING_KERNEL;
  return major > first || (major === first && minor >= second);
}

/** Command line of a confined bash. */
export interface ConfinedCommand {
  readonly command: readonly string[];
  /** File to open as descriptor 4; undefined on machines that have no filter. */
  readonly seccomp: string | undefined;
}

/**
 * Makes the command of a bash that sees the system's programs and its own home, and nothing else of the machine: no
 * other home, no service's socket, no process, and no network but the gateway (all of it, for a live account).
 */
export async function confinedCommand(
  { folder, home, env }: Pick<BashShellOptions, 'folder' | 'home' | 'env'>,
  { gateway, writable = [], readable = [] }: Confinement,
): Promise<ConfinedCommand> {
  const tcpToUnix = join(folder.readonly, 'tcp-to-unix.mjs');
  await copyFile(TCP_TO_UNIX, tcpToUnix);
  const seccomp = await writeFilter(folder.readonly);
  const shown = [...(gateway ? await programFolders(process.execPath) : []), ...readable];
  const command = [
    ...WITHOUT_INHERITED,
    'bwrap',
    // All of it ends with us, and with its first process.
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ...['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'],
    ...['--unshare-user', '--uid', USER_ID, '--gid', USER_ID],
    ...(gateway ? ['--unshare-net'] : []),
    ...(seccomp === undefined ? [] : ['--seccomp', SECCOMP]),
    ...['--dev', '/dev', '--proc', '/proc', '--size', TMP_BYTES, '--tmpfs', '/tmp'],
    ...['--size', TMP_BYTES, '--tmpfs', '/dev/shm'],
    ...(await visibleSystem(folder.readonly)),
    ...(await namesOf(env.USER ?? 'user', home, folder.readonly)),
    ...shown.flatMap((path) => ['--ro-bind', path, path]),
    ...['--bind', folder.home, home],
    ...[folder.readonly, folder.streams].flatMap((path) => ['--ro-bind', path, path]),
    ...writable.flatMap((path) => ['--bind', path, path]),
    ...(gateway ? ['--ro-bind', gateway.socket, gateway.socket] : []),
    // Settings of the kernel below /proc/sys are root's to write, also for a root without capabilities.
    ...['/dev', '/proc', '/'].flatMap((path) => ['--remount-ro', path]),
    ...['--chdir', home, '--'],
    ...(countsThreads(release()) ? WITH_FEW_THREADS : []),
    ...(gateway ? [process.execPath, tcpToUnix, String(gateway.port), gateway.socket] : []),
    ...BASH,
  ];
  return { command, seccomp };
}

async function writeFilter(readonlyFolder: string): Promise<string | undefined> {
  const filter = seccompFilter(process.arch);
  if (!filter) return undefined;
  const file = join(readonlyFolder, 'seccomp.bpf');
  await writeFile(file, filter);
  return file;
}

/** Writes the files from which `whoami` and `ls -l` take names. */
async function namesOf(user: string, home: string, readonlyFolder: string): Promise<string[]> {
  const files = {
    passwd: `root:x:0:0:root:/root:/bin/bash\n${user}:x:${USER_ID}:${USER_ID}::${home}:/bin/bash\n`,
    group: `root:x:0:\n${user}:x:${USER_ID}:\n`,
  };
  const binds: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(readonlyFolder, name), text);
    binds.push('--ro-bind', join(readonlyFolder, name), `/etc/${name}`);
  }
  return binds;
}
