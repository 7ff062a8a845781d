import type { FsStat } from 'just-bash';

export interface ListedFile {
  readonly name: string;
  readonly path: string;
  readonly stat: FsStat;
  /** Target of a symbolic link. */
  readonly target?: string;
}

interface Context {
  readonly userName: string;
  readonly now: Date;
  readonly total: boolean;
}

/** Bytes of a block of the usual file systems: what a file or a folder takes at least. */
export const BLOCK = 4096;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** ls(1) shows the year instead of the time beyond half a year of mean length. */
const HALF_A_YEAR_MS = (365.2425 / 2) * 86_400_000;

/** `ls -l` as coreutils prints it, on a file system of 4 KiB blocks, in UTC. */
export function longListing(entries: readonly ListedFile[], { userName, now, total }: Context): string {
  const rows = entries.map(({ name, stat, target }) => ({
    mode: modeText(stat),
    links: stat.isDirectory ? '2' : '1',
    size: String(stat.isDirectory ? BLOCK : stat.size),
    date: dateOf(stat.mtime, now),
    name: target !== undefined && stat.isSymbolicLink ? `${name} -> ${target}` : name,
  }));
  const links = Math.max(0, ...rows.map((row) => row.links.length));
  const size = Math.max(0, ...rows.map((row) => row.size.length));
  const lines = rows.map(
    (row) =>
      `${row.mode} ${row.links.padStart(links)} ${userName} ${userName} ${row.size.padStart(size)} ${row.date} ${row.name}\n`,
  );
  return (total ? `total ${kibibytes(entries)}\n` : '') + lines.join('');
}

function kibibytes(entries: readonly ListedFile[]): number {
  const blocks = entries.map(({ stat }) => {
    if (stat.isSymbolicLink) return 0;
    return stat.isDirectory ? 1 : Math.ceil(stat.size / BLOCK);
  });
  return blocks.reduce((sum, count) => sum + count, 0) * (BLOCK / 1024);
}

/** `-rw-r--r--` */
export const modeText = (stat: Pick<FsStat, 'mode' | 'isDirectory' | 'isSymbolicLink'>): string =>
  kind(stat) + permissions(stat.mode);

/** `2026-01-05 12:00:00.000000000 +0000`, as stat(1) and diff(1) print the time of a file. */
export const fileTime = (time: Date): string =>
  time
    .toISOString()
    .replace('T', ' ')
    .replace(/\.(\d+)Z$/, '.$1000000 +0000');

function kind(stat: Pick<FsStat, 'isDirectory' | 'isSymbolicLink'>): string {
  if (stat.isSymbolicLink) return 'l';
  return stat.isDirectory ? 'd' : '-';
}

function permissions(mode: number): string {
  return [...'rwxrwxrwx'].map((letter, bit) => (mode & (0o400 >> bit) ? letter : '-')).join('');
}

function dateOf(mtime: Date, now: Date): string {
  const day = `${MONTHS[mtime.getUTCMonth()]} ${String(mtime.getUTCDate()).padStart(2)}`;
  const age = now.getTime() - mtime.getTime();
  if (age < 0 || age > HALF_A_YEAR_MS) return `${day}  ${mtime.getUTCFullYear()}`;
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  return `${day} ${twoDigits(mtime.getUTCHours())}:${twoDigits(mtime.getUTCMinutes())}`;
}
