import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { configDefaults, type Plugin } from 'vitest/config';
import { createReadCache, makePlan, planForRun } from '../../src/doctest/index.ts';
import { InputError, readConfig } from '../../src/project/index.ts';

export interface PagesOptions {
  /** Folder of the project, where `docs/` is; Vitest's root when absent. */
  readonly root?: string;
}

/**
 * Shows pages as test files, and their steps as tests: in an editor's test panel, and in `vitest`. Each step runs in
 * the sandbox as `tejun doctest` runs it. A page runs alone, after the pages that it requires.
 *
 * @example
 * // vitest.config.ts
 * import { pages } from 'tejun/vitest';
 * export default defineConfig({ plugins: [pages()], test: { include: ['docs/**\/*.mdx'] } });
 */
export function pages(options: PagesOptions = {}): Plugin {
  let cache = createReadCache();
  let root = '';
  return {
    name: 'tejun:pages',
    enforce: 'pre',
    // Partials are no pages. Who names what to exclude replaces Vitest's own list: it is repeated.
    config: () => ({
      test: { exclude: [...configDefaults.exclude, '**/_*.mdx', '**/_*.md', '**/_*/**/*.{md,mdx}'] },
    }),
    configResolved: (config) => {
      root = resolve(config.root, options.root ?? '');
      cache = createReadCache(readConfig(root));
    },
    transform: {
      filter: { id: /\.mdx?$/ },
      async handler(_, path) {
        const file = relative(root, path).replaceAll('\\', '/');
        try {
          const plan = planForRun(await makePlan({ root, cache }));
          const planned = plan.library.find(({ page }) => page.file === file);
          if (!planned) return undefined;
          const { page, prerequisites, chain, accountFile } = planned;
          const shown = [page, ...prerequisites].flatMap(({ partials = [] }) => partials);
          for (const below of [accountFile, ...prerequisites.map((required) => required.file), ...shown])
            this.addWatchFile(join(root, below));
          const text = page.steps.length > 0 ? readFileSync(join(root, accountFile), 'utf8') : '';
          const account = { text, file: accountFile };
          return done('definePage', { root, page, prerequisites, chain, account });
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          return done('defineProblems', { root, problems: ofFile(error, file) });
        }
      },
    },
  };
}

/** Problems of one page; those of other pages where it has none, since nothing can be planned. */
function ofFile({ problems }: InputError, file: string): InputError['problems'] {
  const own = problems.filter((problem) => problem.file === file);
  return own.length > 0 ? own : problems;
}

/** A test module. Without mappings: failures name the lines of the page themselves. */
const done = (name: string, value: unknown) => ({
  code: `import { ${name} } from 'tejun/vitest/page';\n${name}(${JSON.stringify(value)});`,
  map: { mappings: '' as const },
});
