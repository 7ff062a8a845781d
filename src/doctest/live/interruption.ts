import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the process that was told to stop tells the one that runs steps: a file which is there or not. */
export interface Interruption {
  /** Absolute path. */
  readonly file: string;
}

/** One for each run. */
export const interruptionOf = (pid: number): Interruption => ({
  file: join(tmpdir(), `tejun-interrupted-${pid}`),
});

export const isInterrupted = ({ file }: Interruption): boolean => existsSync(file);

export function interrupt({ file }: Interruption): void {
  writeFileSync(file, '');
}

export function forgetInterruption({ file }: Interruption): void {
  rmSync(file, { force: true });
}
