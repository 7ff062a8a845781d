import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateProject } from './generated-project.ts';
import { median } from './median.ts';
import { measureCommand } from './process-tree.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export interface DoctestMeasures {
  readonly plainSeconds: number;
  readonly doctestSeconds: number;
  /** The median of the ratios of the pairs: both runs of a pair meet the same state of the machine. */
  readonly ratio: number;
  readonly peakMiB?: number;
}

/** Runs generated pages through the plain loop and through doctest, in turn, each in a process of its own. */
export async function measureDoctest(pages: number, repeats: number): Promise<DoctestMeasures> {
  const root = generateProject(pages);
  try {
    const pairs = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const plain = await measureCommand(['--import', 'tsx', path('plain-loop.ts'), root]);
      const doctest = await measureCommand([
        path('../bin/tejun.js'),
        'doctest',
        '--root',
        root,
        '--reporter',
        'json',
      ]);
      pairs.push({ plain, doctest });
    }
    const peaks = pairs.flatMap(({ doctest }) => doctest.peakMiB ?? []);
    return {
      plainSeconds: median(pairs.map(({ plain }) => plain.seconds)),
      doctestSeconds: median(pairs.map(({ doctest }) => doctest.seconds)),
      ratio: median(pairs.map(({ plain, doctest }) => doctest.seconds / plain.seconds)),
      peakMiB: peaks.length > 0 ? Math.max(...peaks) : undefined,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
