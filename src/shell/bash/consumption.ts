import { readdirSync, readFileSync } from 'node:fs';

/** Processes of a session, the memory that they hold, and what the machine has left (a part of 1). */
export interface Consumption {
  readonly processes: number;
  readonly bytes: number;
  readonly left: number;
}

type Notice = (found: Consumption) => void;

/** Counting reads the whole of /proc, so that all sessions are counted at once, every so many ms. */
const COUNT_MS = 250;
const watched = new Map<Notice, number>();
let timer: NodeJS.Timeout | undefined;

/** Tells again and again what a process and all that it started consume, until the returned function is called. */
export function watchConsumption(root: number, notice: Notice): () => void {
  watched.set(notice, root);
  timer ??= setInterval(tellAll, COUNT_MS);
  return () => {
    watched.delete(notice);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tellAll(): void {
  const counts = consumptionsOf([...watched.values()]);
  [...watched.keys()].forEach((notice, index) => {
    notice(counts[index] as Consumption);
  });
}

/**
 * Sums up processes, each with all that it started. What has left it for another parent is not counted, which in a
 * confinement nothing can. Systems without /proc tell nothing.
 */
export function consumptionsOf(roots: readonly number[]): Consumption[] {
  const started = startedBy();
  const left = memoryLeft();
  return roots.map((root) => {
    const ids = [root];
    // The list grows while it is gone through.
    for (const id of ids) ids.push(...(started.get(id) ?? []));
    return { processes: ids.length, bytes: bytesOf(ids), left };
  });
}

/** Ids of the processes that each process started. */
function startedBy(): Map<number, number[]> {
  const started = new Map<number, number[]>();
  for (const id of processIds()) {
    // The name of a program stands in brackets, and may hold any character.
    const fields = textOf(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    const parent = Number(fields[1]);
    const siblings = started.get(parent);
    if (siblings) siblings.push(id);
    else started.set(parent, [id]);
  }
  return started;
}

function processIds(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Bytes from which it matters that pages of a forked process are shared. */
const DOUBTFUL = 1024 ** 3;

/** Memory that is no file's. Each process may share its own with those that it forked: to tell that is slow. */
function bytesOf(ids: readonly number[]): number {
  const atMost = sum(ids, anonymousBytes);
  return atMost > DOUBTFUL ? sum(ids, (id) => proportionalBytes(id) ?? anonymousBytes(id)) : atMost;
}

const sum = (ids: readonly number[], bytes: (id: number) => number): number =>
  ids.reduce((total, id) => total + bytes(id), 0);

function anonymousBytes(id: number): number {
  const status = textOf(`/proc/${id}/status`);
  return (kilobytes(status, 'RssAnon') ?? 0) + (kilobytes(status, 'RssShmem') ?? 0);
}

/** Undefined where the kernel does not tell. */
function proportionalBytes(id: number): number | undefined {
  const rollup = textOf(`/proc/${id}/smaps_rollup`);
  const [anonymous, shared] = [kilobytes(rollup, 'Pss_Anon'), kilobytes(rollup, 'Pss_Shmem')];
  return anonymous === undefined || shared === undefined ? undefined : anonymous + shared;
}

/** Part of the machine's memory that is left: buffers of pipes and sockets, and inodes, belong to no process. */
function memoryLeft(): number {
  const info = textOf('/proc/meminfo');
  const [total, available] = [kilobytes(info, 'MemTotal'), kilobytes(info, 'MemAvailable')];
  return total === undefined || available === undefined ? 1 : available / total;
}

/** Bytes that a line such as `VmRSS:   12 kB` states. */
function kilobytes(text: string, name: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${name}:`));
  return line === undefined ? undefined : Number(/\d+/.exec(line)?.[0]) * 1024;
}

/** Empty for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
