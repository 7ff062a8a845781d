/** Files that are never half-written. */
export { createFile } from './create.ts';
export { syncFolder, writeDurably } from './durable.ts';
export { replaceFile, replaceFiles } from './replace.ts';
