import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Resident memory of the process and all that it started, at its highest, in MiB; undefined off Linux. */
  readonly peakMiB?: number;
}

const SAMPLE_MS = 100;

/** Runs a command to its end. @throws when it fails: a run that failed measures nothing. */
export async function measureCommand(args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak: number | undefined;
  const sampling = setInterval(() => {
    const now = child.pid === undefined ? undefined : treeMiB(child.pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, SAMPLE_MS);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMiB: peak };
}

function treeMiB(root: number): number | undefined {
  const processes = readProcesses();
  if (processes.length === 0) return undefined;
  const tree = new Set([root]);
  for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  return processes.filter(({ pid }) => tree.has(pid)).reduce((sum, { miB }) => sum + miB, 0);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly miB: number;
}

/** Parents before children, as process ids mostly go. Fields: proc(5), /proc/pid/stat and /proc/pid/statm. */
function readProcesses(): Process[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids
    .sort((a, b) => a - b)
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
        return [{ pid, parent, miB: (pages * 4096) / 2 ** 20 }];
      } catch {
        return []; // it ended while we looked
      }
    });
}
