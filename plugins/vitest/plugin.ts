import { join, relative } from 'node:path';
import type { DevEnvironment, Plugin } from 'vite';
import type { PlannedPage } from '../../src/doctest/index.ts';
import { type Page, type Problem, readPage } from '../../src/procedure/index.ts';
import {
  ACCOUNT_QUERY,
  DATA_QUERY,
  type EmitOptions,
  emitBlocked,
  emitPage,
  emitProblems,
  emitRun,
  emitTask,
  emitValue,
  RUN_MODULE,
  TASK_QUERY,
} from './emit.ts';
import type { LivePlan } from './live-plan.ts';

/** Vite plugin: pages of the plan become test modules, account files become texts. */
export function pagesAsTests(live: LivePlan, options: EmitOptions): Plugin {
  const { root } = live.plan;
  const index = indexed(live);
  const fileOf = (path: string): string => relative(root, path).replaceAll('\\', '/');

  return {
    name: 'tejun:pages-as-tests',
    enforce: 'pre',
    resolveId: (id) => (id === RUN_MODULE ? `\0${RUN_MODULE}` : undefined),
    load: (id) => (id === `\0${RUN_MODULE}` ? emitRun(live.plan, options.lanes) : undefined),
    transform: {
      filter: { id: [/\.mdx(\?page|\?task)?$/, /\.yaml\?account$/] },
      handler(source, id) {
        if (id.endsWith(ACCOUNT_QUERY)) return done(emitValue(source));
        const path = id.replace(/\?.*$/, '');
        const broken = live.problemsOf(fileOf(path));
        if (broken.length > 0) return done(emitProblems(broken, path));
        const { known, following } = index();
        const planned = known.get(fileOf(path));
        if (!planned) return undefined;
        const { page, problems } = current(planned, source);
        if (!page) return done(emitProblems(problems, path));
        if (id.endsWith(DATA_QUERY)) return done(emitValue(page));
        const [below] = planned.prerequisites.flatMap(({ file }) => live.problemsOf(file));
        if (below) return done(emitBlocked(page.file, below, path));
        if (id.endsWith(TASK_QUERY)) return done(emitTask({ ...planned, page }, options));
        const next = following.get(planned);
        if (next && this.environment.mode === 'dev') warmUp(this.environment, join(root, next.page.file));
        return done(emitPage({ ...planned, page }, options));
      },
    },
  };
}

/** The pages of the plan by their files, and the page after each. */
function indexed(live: LivePlan) {
  const index = () => {
    const { library, pages } = live.plan;
    return {
      plan: live.plan,
      known: new Map(library.map((planned) => [planned.page.file, planned])),
      following: new Map(pages.map((planned, place) => [planned, pages[place + 1]])),
    };
  };
  let made = index();
  return () => {
    if (made.plan !== live.plan) made = index();
    return made;
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
