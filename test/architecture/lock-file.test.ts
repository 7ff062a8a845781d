import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Tells whether npm finds a dependency of the package at `from`: in its own folder, then in each one above. */
function isLocked(from: string, name: string): boolean {
  if (lock.packages[`${from}${from && '/'}node_modules/${name}`]) return true;
  if (!from) return false;
  return isLocked(from.slice(0, from.lastIndexOf('node_modules/')).replace(/\/$/, ''), name);
}

// npm leaves out what its registry could not serve at the time of the install, and `npm ci` then refuses the lock
// file on every machine without a warm cache.
test('the lock file holds the packages of every platform', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});
