import type { ShellOutput } from './types.ts';

const MIB = 1024 * 1024;
/** Limit of one run's output on one stream, in UTF-16 units. */
const MAX_PRINTED = 4 * MIB;

/** Cuts what no example can stand for, and says so. */
export function truncateOutput(output: ShellOutput): ShellOutput {
  const { stdout, stderr } = output;
  if (stdout.length <= MAX_PRINTED && stderr.length <= MAX_PRINTED) return output;
  const { pieces: _, ...rest } = output;
  return {
    ...rest,
    stdout: stdout.slice(0, MAX_PRINTED),
    stderr: stderr.slice(0, MAX_PRINTED),
    stopped: output.stopped ?? `it printed more than ${MAX_PRINTED / MIB} MiB; the rest was cut off`,
  };
}
