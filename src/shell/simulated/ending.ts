import type { OutputChunk, ShellOutput } from '../types.ts';
import { limitReached } from './limits.ts';
import { joined, told } from './print-order.ts';

/** The exit code of a stopped run: what coreutils' timeout(1) gives. */
const STOPPED = 124;

/** The last output of a life: the script left the shell, or was stopped. */
export function ending(
  stopReason: string | undefined,
  pieces: readonly OutputChunk[],
  exitCode: number,
): ShellOutput {
  const { stdout, stderr } = streamsOf(pieces);
  const limit = limitReached(stderr, exitCode);
  const stopped = stopReason ?? limit?.reason;
  if (stopped === undefined) return { stdout, stderr, exitCode, ended: true, ...told(pieces) };
  const rest = limit?.rest ?? stderr.replace(/^bash: .*aborted\n/gm, '');
  return { stdout, stderr: rest, exitCode: STOPPED, stopped };
}

export const streamsOf = (pieces: readonly OutputChunk[]) => ({
  stdout: joined(pieces, 'stdout'),
  stderr: joined(pieces, 'stderr'),
});

/** Messages that bash itself gives, and just-bash otherwise: without a name, or in the words of its file system. */
export function named(stderr: string, cwd: string): string {
  return stderr
    .replace(/^(\w+: unbound variable)$/gm, 'bash: $1')
    .replace(/^ENOENT: no such file or directory, open '(.*)'$/gm, (_, path: string) => {
      const shown = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
      return `bash: ${shown}: No such file or directory`;
    })
    .replace(/^(bash: .*): cannot open redirect target$/gm, '$1: No such file or directory');
}
