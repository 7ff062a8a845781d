import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measure } from './table.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

interface LockedPackage {
  readonly dev?: boolean;
}

/** Measures what `npm ci --omit=dev` installs: the packages of the lock file that are not for development only. */
export function measureInstalled(): Measure[] {
  const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const counted = new Set<number>();
  const sizes = Object.entries(lock.packages).flatMap(([path, { dev }]) => {
    // Packages for other systems are in the lock file and not on the disk.
    const stat = lstatSync(join(PROJECT, path), { throwIfNoEntry: false });
    return path === '' || dev || !stat ? [] : [bytesOnDisk(join(PROJECT, path), counted)];
  });
  return [
    {
      what: 'installed by the first command',
      value: sizes.reduce((sum, size) => sum + size, 0) / 1_000_000,
      unit: 'MB',
      goal: 260,
      detail: `${sizes.length} packages`,
    },
  ];
}

/** Blocks of the files of a package; packages within it count for themselves, a file with two names once. */
function bytesOnDisk(path: string, counted: Set<number>): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) {
    if (counted.has(stat.ino)) return 0;
    counted.add(stat.ino);
    return stat.blocks * 512;
  }
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + bytesOnDisk(join(path, name), counted), stat.blocks * 512);
}
