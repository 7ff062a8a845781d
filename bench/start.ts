import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(PROJECT, 'bin/tejun.js');
const STEPS = 20;

interface Cost {
  readonly wall: number;
  /** User and system time of the process and all that it waited for. */
  readonly cpu: number;
  readonly peakMiB: number;
}

/** Measures short commands as whole processes, beside the shortest program of Node.js and beside bats. */
export async function measureStart(repeats: number): Promise<Measure[]> {
  const folder = twentySteps();
  try {
    const node = (...args: string[]) => [process.execPath, ...args];
    const bats = ['bats', join(folder, 'page.bats')];
    const twenty = beside(node(CLI, 'doctest', '--root', folder), bats, repeats);
    const short = ['--help', 'doctest --plan', 'lint', 'i18n status'].map((command) => ({
      command,
      result: beside(node(CLI, ...command.split(' ')), node('-e', '0'), repeats),
    }));
    return [
      { what: `a page of ${STEPS} steps beside bats, wall`, value: twenty?.wall, unit: '×', goal: 1.5 },
      {
        what: 'the same, CPU',
        value: twenty?.cpu,
        unit: '×',
        goal: 2,
        detail: twenty ? '' : 'missing? apt-get install bats',
      },
      { what: 'memory of that run', value: twenty?.peakMiB, unit: 'MiB', goal: 150 },
      ...short.map(({ command, result }) => ({
        what: `tejun ${command} beside node -e 0, CPU`,
        value: result?.cpu,
        unit: '×',
        goal: 4,
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs two commands in turn. @returns medians of the ratios, and the memory of the first; undefined where one is missing */
function beside(command: readonly string[], other: readonly string[], repeats: number): Cost | undefined {
  const pairs = Array.from({ length: repeats + 1 }, () => [cost(command), cost(other)] as const).slice(1);
  const known = pairs.flatMap(([a, b]) => (a && b ? [{ a, b }] : []));
  if (known.length < pairs.length) return undefined;
  return {
    wall: median(known.map(({ a, b }) => a.wall / b.wall)),
    cpu: median(known.map(({ a, b }) => a.cpu / b.cpu)),
    peakMiB: median(known.map(({ a }) => a.peakMiB)),
  };
}

/** By GNU time: what the kernel counted of the finished process. */
function cost(command: readonly string[]): Cost | undefined {
  const out = join(mkdtempSync(join(tmpdir(), 'tejun-time-')), 'time');
  try {
    execFileSync('/usr/bin/time', ['-o', out, '-f', '%e %U %S %M', ...command], {
      cwd: PROJECT,
      stdio: 'ignore',
    });
    const [wall = 0, user = 0, system = 0, kib = 0] = execFileSync('cat', [out], { encoding: 'utf8' })
      .split(' ')
      .map(Number);
    return { wall, cpu: user + system, peakMiB: kib / 1024 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as { status?: number }).status === 127)
      return undefined;
    throw error;
  } finally {
    rmSync(join(out, '..'), { recursive: true });
  }
}

/** A project of one page, and the same steps for bats. */
function twentySteps(): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-start-'));
  const numbers = Array.from({ length: STEPS }, (_, index) => index + 1);
  mkdirSync(join(root, 'docs/course'), { recursive: true });
  writeFileSync(
    join(root, 'docs/course/_account.yaml'),
    "id: '123456789012'\nusers:\n  - { name: reader, accessKeys: 1 }\n",
  );
  const fences = numbers.map(
    (n) => `\`\`\`bash command\necho ${n}\n\`\`\`\n\n\`\`\`text result\n${n}\n\`\`\`\n`,
  );
  writeFileSync(
    join(root, 'docs/course/page.mdx'),
    ['---\ntitle: Twenty steps\n---\n', ...fences].join('\n'),
  );
  const tests = numbers.map((n) => `@test "${n}" {\n  run echo ${n}\n  [ "$output" = "${n}" ]\n}\n`);
  writeFileSync(join(root, 'page.bats'), tests.join('\n'));
  return root;
}
