import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlannedPage, RunTarget } from '../../src/doctest/index.ts';
import { formatProblem, type Problem } from '../../src/procedure/index.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Query of a page imported as data, by the pages that require it: the import is the edge that watching follows. */
export const DATA_QUERY = '?page';
/** Query of an account file imported as text. */
export const ACCOUNT_QUERY = '?account';

export interface EmitOptions {
  readonly root: string;
  readonly target: RunTarget;
  readonly seed: string;
}

/** A page as a test module. */
export function emitPage(planned: PlannedPage, { root, target, seed }: EmitOptions): string {
  const { page, prerequisites, chain, accountFile } = planned;
  const at = (file: string): string => join(root, file);
  const needsAccount = page.steps.length > 0;
  const lines = [
    `import { definePage } from ${code(WORKER)};`,
    needsAccount
      ? `import account from ${code(at(accountFile) + ACCOUNT_QUERY)};`
      : 'const account = undefined;',
    ...prerequisites.map(({ file }, index) => `import page${index} from ${code(at(file) + DATA_QUERY)};`),
    `definePage({`,
    `  page: ${code(page)},`,
    `  prerequisites: [${prerequisites.map((_, index) => `page${index}`).join(', ')}],`,
    `  chain: ${code(chain)}, account: { text: account, file: ${code(accountFile)} },`,
    `  target: ${code(target)}, seed: ${code(seed)}, path: ${code(at(page.file))},`,
    '});',
  ];
  return lines.join('\n');
}

/** Something as a module with this one value. */
export const emitValue = (value: unknown): string => `export default ${code(value)};`;

/**
 * A page that cannot be read, as a module with one failing test for each problem. Throwing in `transform` instead
 * would leave the reporters without a place to point at.
 */
export function emitProblems(problems: readonly Problem[], path: string): string {
  const tests = problems.map((problem) => {
    const message = formatProblem(problem);
    const stack = `Error: ${message}\n    at ${path}:${problem.line}:${problem.column}`;
    return `test(${code(`can be read (line ${problem.line})`)}, () => {
  throw Object.assign(new Error(${code(message)}), { stack: ${code(stack)} });
});`;
  });
  return ["import { test } from 'vitest';", ...tests].join('\n');
}

/** JSON is JavaScript, but for the two line separators, which ES2019 allowed. */
const code = (value: unknown): string => JSON.stringify(value);
