import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';

/** Cost of a whole process, as the kernel counted it. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of user and system time, of the process and all that it waited for. */
  readonly cpu: number;
  readonly peakMiB: number;
}

export interface CostOptions {
  /** Cores that the process may use, as taskset(1) names them: `0`, `0,1`; all when absent. */
  readonly cores?: string;
  readonly cwd?: string;
}

export type Command = readonly string[];

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
/** GNU time: the shell's own knows nothing of memory. */
const TIME = '/usr/bin/time';
const NOT_FOUND = 127;

export const CLI = join(PROJECT, 'bin/tejun.js');
export const node = (...args: string[]): Command => [process.execPath, ...args];

/**
 * Runs a command to its end.
 * @returns undefined where the command, or GNU time, is not installed
 * @throws Error when the command fails: a run that failed measures nothing
 */
export function cost(command: Command, { cores, cwd = PROJECT }: CostOptions = {}): Cost | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-time-'));
  const out = join(folder, 'time');
  const pinned = cores === undefined ? command : ['taskset', '-c', cores, ...command];
  try {
    execFileSync(TIME, ['-o', out, '-f', '%e %U %S %M', ...pinned], { cwd, stdio: 'ignore' });
    const [wall = 0, user = 0, system = 0, kib = 0] = readFileSync(out, 'utf8').split(' ').map(Number);
    return { wall, cpu: user + system, peakMiB: kib / 1024 };
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number };
    if (code === 'ENOENT' || status === NOT_FOUND) return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Ratio {
  readonly wall: number;
  readonly cpu: number;
  /** Costs of the first command: medians. */
  readonly cost: Cost;
  /** Costs of the other command: medians. */
  readonly other: Cost;
}

/**
 * Runs two commands in turn, once to warm up and then so many times.
 * @returns medians of the ratios of each pair, whose runs meet the same state of the machine; undefined where a
 * command is not installed
 */
export function beside(
  command: Command,
  other: Command,
  repeats: number,
  options?: { readonly first?: CostOptions; readonly other?: CostOptions },
): Ratio | undefined {
  const pairs: { a: Cost; b: Cost }[] = [];
  for (let round = 0; round <= repeats; round += 1) {
    const a = cost(command, options?.first);
    const b = a && cost(other, options?.other);
    if (!a || !b) return undefined;
    if (round > 0) pairs.push({ a, b });
  }
  const middle = (costs: readonly Cost[]): Cost => ({
    wall: median(costs.map(({ wall }) => wall)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    peakMiB: median(costs.map(({ peakMiB }) => peakMiB)),
  });
  return {
    wall: median(pairs.map(({ a, b }) => a.wall / b.wall)),
    cpu: median(pairs.map(({ a, b }) => a.cpu / b.cpu)),
    cost: middle(pairs.map(({ a }) => a)),
    other: middle(pairs.map(({ b }) => b)),
  };
}
