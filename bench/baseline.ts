import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beside, CLI, node } from './cost.ts';
import type { Measure } from './table.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** The last commit whose doctest ran in Vitest and transpiled its sources at each start. */
const BASELINE = 'a7cb4df';

/** Measures doctest of all pages of the baseline by its own doctest and by today's, whole processes. */
export function measureBaseline(repeats: number): Measure[] {
  const what = 'all pages of this repository beside the doctest in Vitest';
  const root = checkOut(BASELINE);
  if (!root)
    return [{ what, value: undefined, unit: '×', detail: `commit ${BASELINE} is not in this clone` }];
  try {
    const result = beside(
      node(CLI, 'doctest', '--root', root),
      node(join(root, 'bin/tejun.js'), 'doctest'),
      repeats,
      { other: { cwd: root } },
    );
    const { cost, other } = result ?? {};
    return [
      {
        what: `${what}, CPU`,
        value: result?.cpu,
        unit: '×',
        goal: 0.25,
        detail: `${cost?.cpu.toFixed(1)} s beside ${other?.cpu.toFixed(1)} s`,
      },
      {
        what: `${what}, wall`,
        value: result?.wall,
        unit: '×',
        goal: 0.25,
        detail: `${cost?.wall.toFixed(1)} s beside ${other?.wall.toFixed(1)} s`,
      },
    ];
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', root], { cwd: PROJECT });
    rmSync(join(root, '..'), { recursive: true, force: true });
  }
}

/** Checks a commit out beside this one, with the packages of this one. @returns undefined where it is not known */
function checkOut(commit: string): string | undefined {
  const root = join(mkdtempSync(join(tmpdir(), 'tejun-baseline-')), 'project');
  try {
    execFileSync('git', ['worktree', 'add', '--detach', root, commit], { cwd: PROJECT, stdio: 'ignore' });
  } catch {
    rmSync(join(root, '..'), { recursive: true });
    return undefined;
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
