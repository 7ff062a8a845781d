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

const BLOCK = 4096;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** ls(1) shows the year instead of the time beyond half a year of mean length. */
const HALF_A_YEAR_MS = (365.2425 / 2) * 86_400_000;

/** `ls -l` as coreutils prints it, on a file system of 4 KiB blocks, in UTC. */
export function longListing(entries: readonly ListedFile[], { userName, now, total }: Context): string {
  const rows = entries.map(({ name, stat, target }) => ({
    mode: kind(stat) + permissions(stat.mode),
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

function kind(stat: FsStat): string {
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
