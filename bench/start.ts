import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beside, CLI, node } from './cost.ts';
import { installPeers, writePeers } from './peers.ts';
import type { Measure } from './table.ts';

const STEPS = 20;
const SHORT = ['--help', 'doctest --plan', 'lint', 'i18n status'];

/** Measures whole processes: a short page beside other test runners, short commands beside the shortest of Node.js. */
export async function measureStart(repeats: number): Promise<Measure[]> {
  const folder = twentySteps();
  try {
    return [...besidePeers(folder, repeats), ...SHORT.map((command) => besideNode(command, repeats))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Goals hold beside bats, the peer with most users. */
function besidePeers(folder: string, repeats: number): Measure[] {
  const peers = writePeers(folder, STEPS);
  installPeers(peers);
  return peers.flatMap(({ name, run, package: debian }): Measure[] => {
    const result = beside(node(CLI, 'doctest', '--root', folder), run, repeats);
    const isBats = name === 'bats';
    const what = `a page of ${STEPS} steps beside ${name}`;
    const detail = result
      ? `${result.cost.cpu.toFixed(2)} s beside ${result.other.cpu.toFixed(2)} s`
      : `missing? apt-get install ${debian} time`;
    const rows: Measure[] = [
      { what: `${what}, wall`, value: result?.wall, unit: '×', goal: isBats ? 1.5 : undefined },
      { what: `${what}, CPU`, value: result?.cpu, unit: '×', goal: isBats ? 2 : undefined, detail },
    ];
    if (isBats)
      rows.push({ what: 'memory of that page', value: result?.cost.peakMiB, unit: 'MiB', goal: 150 });
    return rows;
  });
}

/** The commands are given in this repository, whose parsed pages are in the cache from the first round on. */
function besideNode(command: string, repeats: number): Measure {
  const result = beside(node(CLI, ...command.split(' ')), node('-e', '0'), repeats);
  const detail = result && `${result.cost.cpu.toFixed(2)} s beside ${result.other.cpu.toFixed(2)} s`;
  return {
    what: `tejun ${command} beside node -e 0, CPU`,
    value: result?.cpu,
    unit: '×',
    goal: 4,
    detail,
  };
}

/** A project of one page. */
function twentySteps(): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-start-'));
  const course = join(root, 'docs/course');
  mkdirSync(course, { recursive: true });
  const account = "id: '123456789012'\nusers:\n  - { name: reader, accessKeys: 1 }\n";
  writeFileSync(join(course, '_account.yaml'), account);
  const fences = Array.from(
    { length: STEPS },
    (_, n) => `\`\`\`bash command\necho ${n}\n\`\`\`\n\n\`\`\`text result\n${n}\n\`\`\`\n`,
  );
  writeFileSync(join(course, 'page.mdx'), ['---\ntitle: Twenty steps\n---\n', ...fences].join('\n'));
  return root;
}
