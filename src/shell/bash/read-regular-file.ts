import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync, realpathSync } from 'node:fs';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

interface Bounds {
  /** Folder in which the file must really be, whatever links lead to it; anywhere when absent. */
  readonly within?: string;
  /** Largest size in bytes. */
  readonly most: number;
}

/**
 * Reads a file that a page may have put there, and may be changing. Throws for a link, a pipe or a device, for what is
 * larger, and for what is elsewhere. All is asked of the open file, so that nothing can take its place.
 */
export function readRegularFile(path: string, { within, most }: Bounds): Buffer {
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error(`${path} is not a regular file`);
    if (stat.size > most) throw new Error(`${path} has more than ${most} bytes`);
    if (within !== undefined && !placeOf(file, path).startsWith(`${realpathSync(within)}/`))
      throw new Error(`${path} is not in ${within}`);
    const bytes = Buffer.alloc(stat.size);
    return bytes.subarray(0, readSync(file, bytes, 0, stat.size, 0));
  } finally {
    closeSync(file);
  }
}

function placeOf(file: number, path: string): string {
  return process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${file}`) : realpathSync(path);
}
