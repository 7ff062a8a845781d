import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/**
 * A folder that is no disk, for what must not touch one; undefined where the platform has none that can be used.
 * `runsPrograms`: programs will be put there, which a `noexec` mount would not run.
 */
export function tmpfsFolder(runsPrograms: boolean, memory = MEMORY): string | undefined {
  try {
    const trial = mkdtempSync(join(memory, 'tejun-trial-'));
    try {
      const program = join(trial, 'program');
      writeFileSync(program, '', { mode: 0o700 });
      if (runsPrograms) accessSync(program, constants.X_OK);
    } finally {
      rmSync(trial, { recursive: true });
    }
    return memory;
  } catch {
    return undefined;
  }
}
