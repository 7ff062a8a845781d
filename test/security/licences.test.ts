import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FREE_LICENCES } from './free-licences.ts';

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
}

/** Packages with another statement, and why they may be installed. */
const ALLOWED: Readonly<Record<string, string>> = {
  'node_modules/node-liblzma': 'LGPL-3.0, an optional native part of just-bash that no file of ours contains',
  'node_modules/format': 'MIT, in a field of its manifest that the lock file does not copy',
};

test('packages that a run installs have licences that permit it', () => {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const others = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .filter(([, { license = '' }]) => !FREE_LICENCES.has(license))
    .map(([path]) => path);
  expect(others.sort()).toEqual(Object.keys(ALLOWED).sort());
});
