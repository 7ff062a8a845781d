import { join, relative } from 'node:path';
import type { DevEnvironment, Plugin } from 'vite';
import type { Plan, PlannedPage } from '../../src/doctest/index.ts';
import { type Page, type Problem, readPage } from '../../src/procedure/index.ts';
import {
  ACCOUNT_QUERY,
  DATA_QUERY,
  type EmitOptions,
  emitPage,
  emitProblems,
  emitRun,
  emitTask,
  emitValue,
  RUN_MODULE,
  TASK_QUERY,
} from './emit.ts';

/** Vite plugin: pages of the plan become test modules, account files become texts. */
export function pagesAsTests(plan: Plan, options: EmitOptions): Plugin {
  const known = new Map(plan.library.map((planned) => [planned.page.file, planned]));
  const following = new Map(plan.pages.map((planned, index) => [planned, plan.pages[index + 1]]));
  const fileOf = (path: string): string => relative(plan.root, path).replaceAll('\\', '/');

  return {
    name: 'tejun:pages-as-tests',
    enforce: 'pre',
    resolveId: (id) => (id === RUN_MODULE ? `\0${RUN_MODULE}` : undefined),
    load: (id) => (id === `\0${RUN_MODULE}` ? emitRun(plan, options.lanes) : undefined),
    transform: {
      filter: { id: [/\.mdx(\?page|\?task)?$/, /\.yaml\?account$/] },
      handler(source, id) {
        if (id.endsWith(ACCOUNT_QUERY)) return done(emitValue(source));
        const path = id.replace(/\?.*$/, '');
        const planned = known.get(fileOf(path));
        if (!planned) return undefined;
        const { page, problems } = current(planned, source);
        if (!page) return done(emitProblems(problems, path));
        if (id.endsWith(DATA_QUERY)) return done(emitValue(page));
        if (id.endsWith(TASK_QUERY)) return done(emitTask({ ...planned, page }, options));
        const next = following.get(planned);
        if (next && this.environment.mode === 'dev')
          warmUp(this.environment, join(plan.root, next.page.file));
        return done(emitPage({ ...planned, page }, options));
      },
    },
  };
}

/** Readies the next page while the worker runs this one, so that the worker need not wait for it. */
function warmUp(environment: DevEnvironment, path: string): void {
  setImmediate(() => void environment.warmupRequest(path));
}

/** The page as planned, or read again where its text was changed since (when watching). */
function current({ page, source }: PlannedPage, now: string): { page?: Page; problems: readonly Problem[] } {
  return now === source ? { page, problems: [] } : readPage(now, page);
}

/** Without mappings: errors name the lines of the page themselves. */
const done = (code: string) => ({ code, map: { mappings: '' as const } });
