import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tmpfsFolder } from '../../../src/doctest/targets/tmpfs.ts';

const MODULE = fileURLToPath(new URL('../../../src/doctest/targets/tmpfs.ts', import.meta.url));

test.skipIf(!existsSync('/dev/shm'))('memory that can be written in serves', () => {
  expect(tmpfsFolder(false)).toBe('/dev/shm');
});

test('memory that is not there, or full of nothing but a file, does not', () => {
  expect(tmpfsFolder(false, '/none')).toBeUndefined();
  expect(tmpfsFolder(false, MODULE)).toBeUndefined();
});

/** Mounts are made where nobody else sees them, if this machine lets them be made at all. */
const inNamespace = (script: string, ...args: string[]): string =>
  execFileSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script, 'sh', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const mountsNothing = (): boolean => {
  try {
    inNamespace('mount -t tmpfs -o noexec tmpfs /mnt');
    return false;
  } catch {
    return true;
  }
};

test.skipIf(mountsNothing())('memory that runs no programs serves only where none are run', () => {
  const source = `import(${JSON.stringify(MODULE)}).then(({ tmpfsFolder }) =>
    console.log(tmpfsFolder(true, '/mnt'), tmpfsFolder(false, '/mnt')))`;
  const printed = inNamespace(
    'mount -t tmpfs -o noexec tmpfs /mnt && exec "$1" --import tsx -e "$2"',
    process.execPath,
    source,
  );
  expect(printed.trim()).toBe('undefined /mnt');
});
