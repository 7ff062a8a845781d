import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { Consumption } from './consumption.ts';

const MIB = 1024 * 1024;
/** Bytes of output, and bytes and files on the disk, after which a run is stopped; checked every so many ms. */
const MOST_PRINTED = 64 * MIB;
const MOST_WRITTEN = 4096 * MIB;
const MOST_FILES = 200_000;
const CHECK_MS = 50;
/** Processes, and bytes of their memory, after which a run is stopped; and the part of all memory that must be left. */
const MOST_PROCESSES = 1_000;
export const MOST_MEMORY = Math.min(4096 * MIB, totalmem() / 2);
const LEAST_LEFT = 0.05;

interface WatchedRun {
  /** Folder of the session, on the disk that it may fill. */
  readonly folder: string;
  readonly timeoutMs: number | undefined;
  /** Bytes of its longer output stream. */
  printed(): number;
  /** Calls back until the returned function is called. */
  watchConsumption(notice: (found: Consumption) => void): () => void;
}

/** Watch over one run. */
export interface RunWatch {
  /** Resolves with the reason to stop the run, once there is one. */
  readonly reason: Promise<string>;
  stop(reason: string): void;
  release(): void;
}

/** Notices what must not go on: time, output, files, processes, memory. */
export async function watchRun({
  folder,
  timeoutMs,
  printed,
  watchConsumption,
}: WatchedRun): Promise<RunWatch> {
  const before = await freeOn(folder);
  let stop: RunWatch['stop'] = () => undefined;
  const reason = new Promise<string>((resolve) => {
    stop = resolve;
  });
  const stopFor = (found: string | undefined): void => {
    if (found !== undefined) stop(found);
  };
  const late = `stopped after ${timeoutMs} ms: it took longer than its time-out`;
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop(late), timeoutMs);
  const checks = setInterval(() => {
    if (printed() > MOST_PRINTED) stop('stopped, because it printed without end');
    // Without the folder there is no session.
    freeOn(folder).then(
      (now) => stopFor(excessOnDisk(before, now)),
      () => undefined,
    );
  }, CHECK_MS);
  const endCounting = watchConsumption((found) => stopFor(excessOf(found)));
  const release = (): void => {
    clearTimeout(timer);
    clearInterval(checks);
    endCounting();
  };
  return { reason, stop, release };
}

/** Room on a disk. */
interface Room {
  readonly bytes: number;
  readonly files: number;
}

async function freeOn(folder: string): Promise<Room> {
  const { bavail, bsize, ffree } = await statfs(folder);
  return { bytes: bavail * bsize, files: ffree };
}

/** Least bytes for which a file system without a fixed number of files counts one less (XFS, ZFS). */
const BYTES_PER_FILE = 512;

/** Tells why a run that left so much room on the disk must end; undefined where it may go on. */
export function excessOnDisk(before: Room, now: Room): string | undefined {
  const bytes = before.bytes - now.bytes;
  if (bytes > MOST_WRITTEN) return 'stopped, because it wrote more than 4 GiB';
  // Room for files that what was written has taken is no sign of files.
  return before.files - now.files - Math.max(0, bytes) / BYTES_PER_FILE > MOST_FILES
    ? 'stopped, because it made more than 200,000 files'
    : undefined;
}

/** Tells why a run that consumes so much must end; undefined where it may go on. */
export function excessOf({ processes, bytes, left }: Consumption): string | undefined {
  if (processes > MOST_PROCESSES) return 'stopped, because it started more than 1,000 processes';
  if (bytes > MOST_MEMORY)
    return `stopped, because it took more than ${Math.floor(MOST_MEMORY / MIB)} MiB of memory`;
  return left < LEAST_LEFT
    ? 'stopped, because less than 5 % of the memory of this machine was left'
    : undefined;
}
