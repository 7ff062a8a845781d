/** Files that are never half-written. */
export { replaceFile, syncFolder, writeDurably } from './replace.ts';
