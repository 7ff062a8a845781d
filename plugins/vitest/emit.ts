import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan, PlannedPage, RunTarget } from '../../src/doctest/index.ts';
import { formatProblem, type Problem } from '../../src/procedure/index.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Query of a page imported as data, by the pages that require it: the import is the edge that watching follows. */
export const DATA_QUERY = '?page';
/** Query of a page imported as a task to run: by the run itself, where chains do not wait for their turn. */
export const TASK_QUERY = '?task';
/** The module of the whole run. */
export const RUN_MODULE = 'virtual:tejun-run';
/** Query of an account file imported as text. */
export const ACCOUNT_QUERY = '?account';

export interface EmitOptions {
  readonly root: string;
  readonly target: RunTarget;
  readonly seed: string;
  readonly revises?: boolean;
  /** Chains that run at once. */
  readonly lanes: number;
}

/** A page as a test module. */
export function emitPage(planned: PlannedPage, options: EmitOptions): string {
  const path = code(join(options.root, planned.page.file));
  const definer = `import { definePage } from ${code(WORKER)};`;
  if (options.lanes === 1)
    return [
      definer,
      ...taskLines(planned, options, 'const task ='),
      `definePage({ ...task, path: ${path} });`,
    ].join('\n');
  return [
    definer,
    `import task from ${code(join(options.root, planned.page.file) + TASK_QUERY)};`,
    `import ahead from ${code(RUN_MODULE)};`,
    `definePage({ ...task, path: ${path} }, ahead);`,
  ].join('\n');
}

/** A page as a task to run. */
export function emitTask(planned: PlannedPage, options: EmitOptions): string {
  return taskLines(planned, options, 'export default').join('\n');
}

function taskLines(
  planned: PlannedPage,
  { root, target, seed, revises = false }: EmitOptions,
  opening: string,
): string[] {
  const { page, prerequisites, chain, accountFile } = planned;
  const at = (file: string): string => join(root, file);
  const needsAccount = page.steps.length > 0;
  return [
    needsAccount
      ? `import account from ${code(at(accountFile) + ACCOUNT_QUERY)};`
      : 'const account = undefined;',
    ...prerequisites.map(({ file }, index) => `import page${index} from ${code(at(file) + DATA_QUERY)};`),
    `${opening} {`,
    `  page: ${code(page)},`,
    `  prerequisites: [${prerequisites.map((_, index) => `page${index}`).join(', ')}],`,
    `  chain: ${code(chain)}, account: { text: account, file: ${code(accountFile)} },`,
    `  target: ${code(target)}, seed: ${code(seed)}, revises: ${revises},`,
    '};',
  ];
}

/** The whole run: its pages with steps, chain by chain. */
export function emitRun({ root, pages }: Plan, lanes: number): string {
  const withSteps = pages.filter(({ page }) => page.steps.length > 0);
  const names = [...new Set(withSteps.map(({ chain }) => chain))];
  const chains = names.map((name) =>
    withSteps
      .filter(({ chain }) => chain === name)
      .map(({ page: { file } }) => {
        const module = code(join(root, file) + TASK_QUERY);
        return `{ file: ${code(file)}, load: async () => (await import(${module})).default }`;
      }),
  );
  return `export default { lanes: ${lanes}, chains: [${chains.map((pages) => `[${pages.join(', ')}]`).join(', ')}] };`;
}

/** Something as a module with this one value. */
export const emitValue = (value: unknown): string => `export default ${code(value)};`;

/**
 * A page that cannot be read, as a module with one failing test for each problem. Throwing in `transform` instead
 * would leave the reporters without a place to point at.
 */
export function emitProblems(problems: readonly Problem[], path: string): string {
  return failing(
    problems.map((problem) => ({
      name: `can be read (line ${problem.line})`,
      message: formatProblem(problem),
      place: `${path}:${problem.line}:${problem.column}`,
    })),
  );
}

/** The same for a page that can be read, and builds on one that cannot. */
export function emitBlocked(file: string, { file: below, line, column }: Problem, path: string): string {
  const message = `${file}: The page was not run, because ${below}:${line}:${column}, on which it builds, cannot be run.`;
  return failing([{ name: 'builds on pages that can be run', message, place: `${path}:1:1` }]);
}

function failing(tests: readonly { name: string; message: string; place: string }[]): string {
  const lines = tests.map(({ name, message, place }) => {
    const stack = `Error: ${message}\n    at ${place}`;
    return `test(${code(name)}, () => {
  throw Object.assign(new Error(${code(message)}), { stack: ${code(stack)} });
});`;
  });
  return ["import { test } from 'vitest';", ...lines].join('\n');
}

/** JSON is JavaScript, but for the two line separators, which ES2019 allowed. */
const code = (value: unknown): string => JSON.stringify(value);
