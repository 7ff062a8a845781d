import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { StruckError, startUnstruck } from './struck.ts';

/** Ends what a session started, whatever becomes of this process. */
export interface ProcessReaper {
  /** The process group that now runs scripts. */
  watch(group: number): void;
  /** Kills the group, and what has left it; resolves when that is done. */
  killAll(): Promise<void>;
  /** Sweeps and removes the folder. */
  close(): Promise<void>;
}

/**
 * A process of its own that reads from a pipe which only this process holds: it sees the end of it even after a
 * kill -9. What has left the group (setsid) is found by its HOME, where the system shows environments (Linux). A page may
 * have closed folders of its home to everyone.
 */
const SCRIPT = `
trap '' HUP INT TERM
echo ready >&3
sweep() {
  [ -z "$group" ] || kill -KILL -- "-$group"
  for process in $(grep -lzxF "HOME=$1" /proc/[0-9]*/environ); do
    process=\${process#/proc/}
    kill -KILL "\${process%/environ}"
  done
  group=
}
while read -r word number; do
  case $word in
    watch) group=$number ;;
    sweep) sweep "$2"; echo swept >&3 ;;
  esac
done
sweep "$2"
rm -rf -- "$1" || { chmod -R u+rwx -- "$1"; rm -rf -- "$1"; }
`;

export const startReaper = (folder: { path: string; home: string }): Promise<ProcessReaper> =>
  startUnstruck(() => start(folder));

async function start({ path, home }: { path: string; home: string }): Promise<ProcessReaper> {
  const child = spawn('bash', ['--noprofile', '--norc', '-c', SCRIPT, 'tejun-reaper', path, home], {
    cwd: '/',
    // Its own session: a Ctrl-C in the terminal is not meant for it.
    detached: true,
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const isReady = once(child.stdio[3] as Readable, 'data').then(() => true);
  if (!(await Promise.race([isReady, over.then(() => false)])))
    throw new StruckError(`bash could not be started: ${child.signalCode ?? child.exitCode}`);
  return reaperOf(child, over);
}

function reaperOf({ stdin, stdio: [, , , answers] }: ChildProcess, over: Promise<void>): ProcessReaper {
  stdin?.on('error', () => undefined); // it was killed: there is nobody to tell
  const tell = (line: string): unknown => stdin?.write(`${line}\n`);
  return {
    watch: (group) => void tell(`watch ${group}`),
    killAll: async () => {
      const swept = answers ? once(answers, 'data').catch(() => undefined) : undefined;
      tell('sweep');
      await Promise.race([swept, over]);
    },
    close: async () => {
      stdin?.end();
      await over;
    },
  };
}
