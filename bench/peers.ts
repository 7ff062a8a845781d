import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './cost.ts';

/** A test runner for command lines that people use, and the same steps for it. */
export interface Peer {
  readonly name: string;
  /** Debian's package. */
  readonly package: string;
  readonly run: Command;
}

/** Writes files of `echo` steps for the peers. @param folder is where they go */
export function writePeers(folder: string, steps: number): Peer[] {
  const numbers = Array.from({ length: steps }, (_, index) => index + 1);
  const file = (name: string, lines: (n: number) => string): string => {
    const path = join(folder, name);
    writeFileSync(path, numbers.map(lines).join('\n'));
    return path;
  };
  const bats = file('page.bats', (n) => `@test "${n}" {\n  run echo ${n}\n  [ "$output" = "${n}" ]\n}\n`);
  const cram = file('page.t', (n) => `Step ${n}:\n\n  $ echo ${n}\n  ${n}\n`);
  const clitest = file('page.txt', (n) => `$ echo ${n}\n${n}\n$`);
  return [
    { name: 'bats', package: 'bats', run: ['bats', bats] },
    { name: 'cram', package: 'python3-cram', run: ['cram3', cram] },
    { name: 'clitest', package: 'clitest', run: ['clitest', clitest] },
  ];
}

/** Installs what is missing, on a Debian where this user may; elsewhere the rows say "not measured". */
export function installPeers(peers: readonly Peer[]): void {
  const missing = [
    ...peers.filter(({ run: [name = ''] }) => !isInstalled(name)).map((peer) => peer.package),
    ...(isInstalled('/usr/bin/time') ? [] : ['time']),
  ];
  if (missing.length === 0 || process.getuid?.() !== 0) return;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', ...missing);
  } catch {
    process.stderr.write(`Could not install ${missing.join(', ')}: those rows are not measured.\n`);
  }
}

function isInstalled(name: string): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
