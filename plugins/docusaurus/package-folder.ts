import { fileURLToPath } from 'node:url';

/** Folder of the package: two folders above this file, and above the bundle that holds it (`dist/cli`). */
export const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
