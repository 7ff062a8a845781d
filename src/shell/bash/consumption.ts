import { readdirSync, readFileSync } from 'node:fs';

/** Processes of a session, and the memory that they hold. */
export interface Consumption {
  readonly processes: number;
  readonly bytes: number;
}

/**
 * Sums up a process and all that it started. What has left it for another parent is not counted, which in a confinement
 * nothing can. Systems without /proc tell nothing.
 */
export function consumptionOf(root: number): Consumption {
  const started = startedBy();
  let [processes, bytes] = [0, 0];
  for (const open = [root]; open.length > 0; ) {
    const process = open.pop() as number;
    processes += 1;
    bytes += residentBytes(process);
    open.push(...(started.get(process) ?? []));
  }
  return { processes, bytes };
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

const residentBytes = (id: number): number =>
  Number(/^VmRSS:\s*(\d+) kB$/m.exec(textOf(`/proc/${id}/status`))?.[1] ?? 0) * 1024;

/** Empty for a process that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
