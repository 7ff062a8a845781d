import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** An installed AWS CLI: the folder that it stands in, and its version. */
export interface InstalledCli {
  readonly folder: string;
  readonly version: string;
}

/** The first `aws` of a major version on the PATH or in Debian's place. */
export function findCli(major: 1 | 2): InstalledCli | undefined {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']) {
    const version = versionOf(join(folder, 'aws'));
    if (version?.startsWith(`aws-cli/${major}.`)) return { folder: dirname(join(folder, 'aws')), version };
  }
  return undefined;
}

/** AWS CLI v2, which the tests do not do without. Throws, with what to install, where it is missing. */
export function needCliV2(): InstalledCli {
  const found = findCli(2);
  if (found) return found;
  throw new Error(
    'AWS CLI v2 is missing, which this test runs. Debian and Ubuntu: apt-get install awscli; macOS: brew install awscli.',
  );
}

/** A program on the PATH. */
export function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)));
}

export function hasPythonModule(name: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function versionOf(path: string): string | undefined {
  if (!isExecutable(path)) return undefined;
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch {
    return undefined;
  }
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
