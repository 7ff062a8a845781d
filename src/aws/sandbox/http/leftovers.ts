import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Holds the secrets of this user's running sandboxes. */
export const secretsFolder = (): string =>
  process.env.XDG_RUNTIME_DIR
    ? join(process.env.XDG_RUNTIME_DIR, 'tejun')
    : join(tmpdir(), `tejun-${process.getuid?.() ?? 'user'}`);

/** Names in the two folders: of a home in that for temporary files, of a secret by its port. */
const MARKED = /^(?:tejun-sandbox-|sandbox-\d+_)(?<space>\d+)\.(?<pid>\d+)\.(?<start>\d+)(?:_\w+)?$/;

/**
 * Names a process for ever: its number, which the system gives again, when it began, and the space of its number, which a
 * container has of its own. A name of a file that holds the mark has its owner from the moment when it is there.
 */
export function markOfProcess(): string {
  return `${numberSpace()}.${process.pid}.${startOf(process.pid)}`;
}

/** Tells whether the process whose mark is in a name has ended; false where this one cannot know. */
export function isLeftOver(name: string): boolean {
  const { space, pid, start } = MARKED.exec(name)?.groups ?? {};
  return pid !== undefined && space === numberSpace() && startOf(Number(pid)) !== start;
}

/** Removes the keys, secrets and homes of sandboxes of this user that were ended by force. @returns how many */
export function removeLeftovers(): number {
  return [tmpdir(), secretsFolder()].flatMap((folder) =>
    namesIn(folder).filter((name) => isLeftOver(name) && remove(join(folder, name))),
  ).length;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Another user's is left, and so is what cannot be removed: the next start tries it again. */
function remove(path: string): boolean {
  try {
    if (process.getuid && lstatSync(path).uid !== process.getuid()) return false;
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Undefined where no process with the number runs; 0 for each one where the system does not tell the time. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // Behind the name, which may hold anything.
      const [state, ...words] = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ');
      return state === 'Z' ? undefined : words[18];
    }
    process.kill(pid, 0);
    return '0';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? '0' : undefined;
  }
}

function numberSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return '0';
  }
}
