import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateProject } from './generated-project.ts';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const CLI = fileURLToPath(new URL('../bin/tejun.js', import.meta.url));

/** The time from the save of a page to its verdict, in a project of so many pages, watched by `doctest --watch`. */
export async function measureWatch(pages: number, saves: number): Promise<Measure[]> {
  const root = generateProject(pages);
  const child = spawn(process.execPath, [CLI, 'doctest', '--root', root, '--watch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const printed = awaited(child.stdout);
  try {
    await printed(/^time /m);
    const times: number[] = [];
    const cpu: number[] = [];
    for (let save = 0; save < saves; save += 1) {
      const name = `page-${(save * 37) % pages}`;
      const before = cpuSeconds(child.pid);
      times.push(await verdictAfterSave(join(root, `docs/generated/${name}.mdx`), name, printed));
      cpu.push(cpuSeconds(child.pid) - before);
      await printed(/^time /m);
    }
    const range = `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s`;
    return [
      {
        what: `first verdict after a save, of ${pages} pages`,
        value: median(times),
        unit: 's',
        goal: 0.6,
        detail: range,
      },
      // On a busy machine the time says how long the process waited for a core.
      { what: 'CPU of that verdict', value: isLinux ? median(cpu) : undefined, unit: 's', goal: 0.6 },
    ];
  } finally {
    child.kill();
    rmSync(root, { recursive: true, force: true });
  }
}

const isLinux = process.platform === 'linux';
const TICKS_PER_SECOND = 100;

/** User and system time of a process and its threads: fields 14 and 15 of proc(5)'s stat; NaN off Linux. */
function cpuSeconds(pid: number | undefined): number {
  if (!isLinux) return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = Number.NaN, system = Number.NaN] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / TICKS_PER_SECOND;
}

async function verdictAfterSave(
  file: string,
  name: string,
  printed: (pattern: RegExp) => Promise<void>,
): Promise<number> {
  const edited = readFileSync(file, 'utf8').replace('second line\n', 'another line\n');
  const start = performance.now();
  writeFileSync(file, edited);
  await printed(new RegExp(`generated/${name}\\b`));
  return (performance.now() - start) / 1000;
}

/** Resolves when what was printed since the last match has a match. */
function awaited(output: NodeJS.ReadableStream): (pattern: RegExp) => Promise<void> {
  let text = '';
  let look = () => {};
  output.on('data', (chunk) => {
    text += chunk;
    look();
  });
  return (pattern) =>
    new Promise((resolve) => {
      look = () => {
        const found = pattern.exec(text);
        if (!found) return;
        text = text.slice(found.index + found[0].length);
        look = () => {};
        resolve();
      };
      look();
    });
}
