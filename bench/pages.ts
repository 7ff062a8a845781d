import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beside, CLI, type Command, cost, node } from './cost.ts';
import { generateProject } from './generated-project.ts';
import type { Measure } from './table.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const doctest = (root: string): Command => node(CLI, 'doctest', '--root', root, '--reporter', 'json');
const ONE_CORE = { cores: '0' };
const TWO_CORES = { cores: '0,1' };

/** Measures runs of many pages of 10 steps: beside a plain loop, on one core and two, and ten times as many. */
export async function measurePages(pages: number, repeats: number, hasGoals: boolean): Promise<Measure[]> {
  const root = generateProject(pages);
  const loop = await bundledLoop();
  const goal = (value: number): number | undefined => (hasGoals ? value : undefined);
  try {
    const one = beside(doctest(root), node(loop, root), repeats, { first: ONE_CORE, other: ONE_CORE });
    const two = beside(doctest(root), doctest(root), repeats, { first: ONE_CORE, other: TWO_CORES });
    const seconds = (cost?: { cpu: number }): string => `${cost?.cpu.toFixed(1)} s`;
    return [
      {
        what: `doctest of ${pages} pages beside a bundled plain loop, one core, CPU`,
        value: one?.cpu,
        unit: '×',
        goal: goal(1.1),
        detail: `${seconds(one?.cost)} beside ${seconds(one?.other)}`,
      },
      { what: 'memory of that run', value: one?.cost.peakMiB, unit: 'MiB', goal: goal(300) },
      {
        what: 'two cores beside one, wall: at least 1.7 times as fast',
        value: two && 1 / two.wall,
        unit: 'of the time',
        goal: goal(0.59),
        detail: `${two?.wall.toFixed(2)} times as fast`,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(loop);
  }
}

/** Measures what grows with the number of pages: one run of each size, on one core. */
export function measureGrowth(pages: number, factor: number): Measure[] {
  const run = (count: number) => {
    const root = generateProject(count);
    try {
      return cost(doctest(root), ONE_CORE);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };
  const [few, many] = [run(pages), run(pages * factor)];
  return [
    {
      what: `memory of ${pages * factor} pages beside ${pages}`,
      value: few && many && many.peakMiB / few.peakMiB,
      unit: '×',
      goal: 1.2,
      detail: `${many?.peakMiB.toFixed(0)} MiB beside ${few?.peakMiB.toFixed(0)} MiB`,
    },
    {
      what: 'CPU of a page in that run beside this one',
      value: few && many && many.cpu / few.cpu / factor,
      unit: '×',
      goal: 1.1,
      detail: `${many?.cpu.toFixed(0)} s beside ${few?.cpu.toFixed(0)} s`,
    },
  ];
}

/** Bundles the loop as the command line is bundled: neither pays for transpiling. */
async function bundledLoop(): Promise<string> {
  const outfile = join(path('../dist'), `plain-loop-${process.pid}.js`);
  await build({
    entryPoints: [path('plain-loop.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['just-bash'],
    logLevel: 'error',
    banner: {
      js: "import{createRequire as benchRequire}from'node:module';const require=benchRequire(import.meta.url);",
    },
  });
  return outfile;
}
