import { execFileSync } from 'node:child_process';

const PERSON = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

/** Gives `git` in a folder, for a person with a name; it returns what git prints. */
export const gitIn =
  (folder: string) =>
  (...args: string[]): string =>
    execFileSync('git', [...PERSON, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
