import type { ShellOutput } from '../shell/index.ts';

/** Joins the outputs of lines that were run one after the other; the whole ended as the last of them. */
export function joinOutputs(earlier: readonly ShellOutput[], last: ShellOutput): ShellOutput {
  if (earlier.length === 0) return last;
  const all = [...earlier, last];
  const { pieces: _, ...rest } = last;
  const joined = (stream: 'stdout' | 'stderr') => all.map((output) => output[stream]).join('');
  return { ...rest, stdout: joined('stdout'), stderr: joined('stderr') };
}
