import { execFileSync } from 'node:child_process';
import { say } from '../language/index.ts';
import { UsageError } from '../project/index.ts';

/**
 * Returns the files of the project that differ from a git revision, with those that git does not know yet, relative to
 * the project.
 *
 * @param revision `HEAD` for what is not committed
 * @throws UsageError where there is no git, no repository or no such revision
 */
export function changedFiles(root: string, revision: string): string[] {
  const git = (...args: string[]): string[] => {
    try {
      const printed = execFileSync('git', ['-C', root, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return printed.split('\0').filter(Boolean);
    } catch (error) {
      const { stderr = '', message } = error as Error & { stderr?: string };
      const reason = stderr.trim().split('\n')[0] || message;
      throw new UsageError(
        say`--changed asks git what differs from "${revision}", and it does not know: ${reason}`,
      );
    }
  };
  if (revision.startsWith('-'))
    throw new UsageError(say`"${revision}" is no git revision: write one as in --changed main.`);
  return [
    ...git('diff', '--name-only', '--relative', '-z', revision, '--'),
    ...git('ls-files', '--others', '--exclude-standard', '-z'),
  ];
}
