import type { OutputChunk, ShellOutput } from '../types.ts';
import { limitReached } from './limits.ts';

/** The pieces where they say more than the streams: else all that stands on stdout came first. */
export function withPieces(pieces: readonly OutputChunk[]): { pieces?: readonly OutputChunk[] } {
  const printed = pieces.filter(({ text }) => text !== '');
  const lastOut = printed.findLastIndex(({ stream }) => stream === 'stdout');
  const firstErr = printed.findIndex(({ stream }) => stream === 'stderr');
  return firstErr >= 0 && firstErr < lastOut ? { pieces: printed } : {};
}

const joined = (pieces: readonly OutputChunk[], wanted: OutputChunk['stream']): string =>
  pieces.map(({ stream, text }) => (stream === wanted ? text : '')).join('');

/** The exit code of a stopped run: what coreutils' timeout(1) gives. */
const STOPPED = 124;

/** The last output of an interpreter: the script left the shell, or was stopped. */
export function finalOutput(
  stopReason: string | undefined,
  pieces: readonly OutputChunk[],
  exitCode: number,
): ShellOutput {
  const { stdout, stderr } = streamsOf(pieces);
  const limit = limitReached(stderr, exitCode);
  const stopped = stopReason ?? limit?.reason;
  if (stopped === undefined) return { stdout, stderr, exitCode, ended: true, ...withPieces(pieces) };
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
    .replace(/^(ENOENT|ENOTDIR): [^,\n]*, open '(.*)'$/gm, (_, code: string, path: string) => {
      const shown = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
      return `bash: ${shown}: ${code === 'ENOENT' ? 'No such file or directory' : 'Not a directory'}`;
    })
    .replace(/^(bash: .*): cannot open redirect target$/gm, '$1: No such file or directory');
}
