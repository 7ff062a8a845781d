import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { confinedCommand } from './confined-command.ts';
import { openSessionDirectory } from './session-dir.ts';

/** Longest time that bubblewrap may take (ms). */
const TIMEOUT = 10_000;

/** Availability of bubblewrap on this machine, or the reason against it: a text without a full stop. */
export type Bubblewrap = { readonly works: true } | { readonly works: false; readonly reason: string };

/** Tries what a session needs, once. */
export async function findBubblewrap(home: string): Promise<Bubblewrap> {
  if (process.platform !== 'linux') return { works: false, reason: 'bubblewrap exists for Linux only' };
  const folder = await openSessionDirectory();
  try {
    const { command, seccomp } = await confinedCommand({ folder, home, env: {} }, {});
    const [file = '', ...args] = command.slice(0, command.indexOf('--'));
    return await tryCommand(file, [...args, '--unshare-net', '--', 'true'], seccomp);
  } finally {
    await folder.reaper.close();
  }
}

function tryCommand(file: string, args: string[], seccomp: string | undefined): Promise<Bubblewrap> {
  const filter = seccomp === undefined ? undefined : openSync(seccomp, 'r');
  return new Promise((resolve) => {
    let complaint = '';
    const stdio = ['ignore', 'ignore', 'pipe', 'ignore', filter ?? 'ignore'] as const;
    const child = spawn(file, args, { timeout: TIMEOUT, killSignal: 'SIGKILL', stdio: [...stdio] });
    if (filter !== undefined) closeSync(filter);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(0, 2_000);
    });
    child.once('error', (error) => resolve({ works: false, reason: reasonOf(error) }));
    child.once('close', (code) => {
      if (code === 0) resolve({ works: true });
      else resolve({ works: false, reason: lastLine(complaint) || `bwrap ended with exit code ${code}` });
    });
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'bubblewrap is not installed (Debian, Ubuntu: apt-get install bubblewrap)';
  return message.replace(/\.$/, '');
}

const lastLine = (text: string): string => (text.trim().split('\n').at(-1) ?? '').replace(/\.$/, '');
