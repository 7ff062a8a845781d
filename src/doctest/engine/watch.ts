import { relative } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { readConfig } from '../../project/index.ts';
import type { Plan } from '../plan/types.ts';
import type { RunReport } from '../report/types.ts';
import { type RunPlanOptions, runPlan } from './run-plan.ts';
import { watchedPlan } from './watched-plan.ts';

export interface WatchOptions extends RunPlanOptions {
  /** Makes the plan from the files as they are; may throw an InputError. */
  remake(): Promise<Plan>;
  onEnd(report: RunReport): void;
}

/** Several saves at once, as by an editor or git, are one edit. */
const SETTLE_MS = 40;

/** Folders and files that hold what a page is made of, relative to the project. */
const watchedIn = ({ root, library }: Plan): string[] => {
  const files = library.flatMap(({ page, accountFile }) => [page.file, accountFile]);
  const beside = files.filter((file) => !/^(?:docs|i18n)\//.test(file));
  return [...new Set(['docs', 'i18n', ...(readConfig(root).pages ?? []), ...beside])];
};

/** Runs the plan, then again what each edit touches. Never resolves: the process ends by a signal or a key. */
export async function watchPlan(first: Plan, options: WatchOptions): Promise<never> {
  const watched = watchedPlan(first, options.remake);
  const edited = new Set<string>();
  let wake: (() => void) | undefined;
  const watcher = watchFiles(watchedIn(first), {
    cwd: first.root,
    ignoreInitial: true,
    ignored: (path, stats) => (stats?.isFile() ?? false) && !/\.(mdx?|yaml)$/.test(path),
  });
  watcher.on('all', (_, path) => {
    edited.add(relative(first.root, `${first.root}/${path}`).replaceAll('\\', '/'));
    wake?.();
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  options.onEnd(await runPlan(first, options));
  for (;;) {
    if (edited.size === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const files = [...edited];
    edited.clear();
    const { pages, broken } = await watched.refresh(files);
    if (pages.length === 0 && broken.length === 0) continue;
    for (const report of broken) options.onPage?.(report);
    const report = await runPlan({ ...watched.plan, pages }, options);
    options.onEnd({ ...report, pages: [...broken, ...report.pages] });
  }
}
