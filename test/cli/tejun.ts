import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execaNode } from 'execa';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
export const doctestFixtures = join(projectRoot, 'test/fixtures/doctest');

/** Runs the real command line as its own process. */
export async function tejun(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
) {
  const { stdout, stderr, exitCode } = await execaNode(join(projectRoot, 'bin/tejun.js'), args, {
    cwd,
    reject: false,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined, GITHUB_ACTIONS: undefined, ...env },
    // The project's own tests run in Vitest: what it sets must not reach the Vitest that is started here.
    extendEnv: true,
  });
  return { stdout, stderr, exitCode };
}

/** Arguments of a case: `arguments.json`, or none. */
export function caseArguments(folder: string): string[] {
  try {
    return JSON.parse(readFileSync(join(folder, 'arguments.json'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Every file below a folder with its text: what a run that writes nothing leaves as it was. */
export function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => join(file.parentPath, file.name)).map((path) => [path, readFileSync(path, 'utf8')]),
  );
}

/** Durations and dates differ from run to run. */
export const withoutTimes = (text: string): string =>
  text
    .replace(/("date": ")[^"]+"/, '$12026-01-05T00:00:00.000Z"')
    .replace(/\d+\.\d\d s\b/g, '0.00 s')
    .replace(/\d+ days old/g, '1800 days old')
    .replace(/("durationMs": )[\d.]+/g, '$10');
