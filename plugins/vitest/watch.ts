import { join, relative } from 'node:path';
import type { Plan } from '../../src/doctest/index.ts';

interface WatchTrigger {
  readonly pattern: RegExp;
  testsToRun(path: string): string[];
}

/**
 * Which pages an edit touches: the page itself and those that build on it, or all that are practised in an account.
 * Vitest alone would run an edited test file and look no further.
 */
export function watchTriggers({ root, pages }: Plan): WatchTrigger[] {
  const touched = (path: string): string[] => {
    const file = relative(root, path).replaceAll('\\', '/');
    return pages
      .filter(({ page, prerequisites, accountFile }) =>
        [page.file, accountFile, ...prerequisites.map((required) => required.file)].includes(file),
      )
      .map(({ page }) => join(root, page.file));
  };
  return [{ pattern: /\.(mdx|yaml)$/, testsToRun: touched }];
}
