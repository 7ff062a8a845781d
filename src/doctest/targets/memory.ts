import { existsSync } from 'node:fs';

const MEMORY = '/dev/shm';

/** A folder that is no disk, for what must not touch one; undefined where the platform has none. */
export const memoryFolder = (): string | undefined => (existsSync(MEMORY) ? MEMORY : undefined);
