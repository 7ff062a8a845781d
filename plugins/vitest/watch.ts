import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { Vitest } from 'vitest/node';
import type { PlannedPage } from '../../src/doctest/index.ts';
import type { LivePlan } from './live-plan.ts';

interface WatchTrigger {
  readonly pattern: RegExp;
  testsToRun(path: string): string[];
}

/**
 * Which pages an edit touches: the page itself and those that build on it, or all that are practised in an account;
 * and pages that cannot be run since. Vitest alone would run an edited test file and look no further.
 */
export function watchPages(live: LivePlan): { readonly trigger: WatchTrigger; readonly plugin: Plugin } {
  const { root } = live.plan;
  let vitest: Vitest | undefined;
  const fileOf = (path: string): string => relative(root, path).replaceAll('\\', '/');
  const touch = (path: string): string[] => {
    const file = fileOf(path);
    const before = live.plan.pages;
    const brokenBefore = live.broken();
    live.refresh();
    const changed = live.broken().filter((one) => one === file || !brokenBefore.includes(one));
    const mended = brokenBefore.filter((one) => live.problemsOf(one).length === 0);
    const files = new Set([...touchedBy(file, [...before, ...live.plan.pages]), ...changed, ...mended]);
    const paths = [...files].map((one) => join(root, one)).filter((one) => existsSync(one));
    for (const one of paths) if (vitest) admit(vitest, one, fileOf(one));
    return paths;
  };
  return {
    trigger: { pattern: /\.(mdx|yaml)$/, testsToRun: touch },
    plugin: {
      name: 'tejun:watch-pages',
      configureVitest: (context) => {
        vitest = context.vitest;
      },
      // Vitest forgets a file that is gone, and with it who built on it.
      configureServer: ({ watcher }) => {
        watcher.on('unlink', (path) => {
          const dependents = touchedBy(fileOf(path), live.plan.pages).map((file) => join(root, file));
          for (const one of dependents.filter((one) => existsSync(one))) watcher.emit('change', one);
        });
      },
    },
  };
}

/** Files of the pages that an edit of `file` touches: a page itself, or what a page builds on. */
export function touchedBy(file: string, pages: readonly PlannedPage[]): string[] {
  return pages
    .filter(({ page, prerequisites, accountFile }) =>
      [page.file, accountFile, ...prerequisites.map((required) => required.file)].includes(file),
    )
    .map(({ page }) => page.file);
}

/** Makes a page that was not there at first known, and has it read again. */
function admit(vitest: Vitest, path: string, file: string): void {
  vitest.invalidateFile(path);
  for (const project of vitest.projects) {
    if (project.matchesTestGlob(path)) continue;
    project.config.include.push(escapeGlob(file));
    project.matchesTestGlob(path);
  }
}

/** A file's name may hold what a glob would read as a pattern. */
export const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
