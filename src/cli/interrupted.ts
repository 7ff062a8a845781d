import { say } from '../language/index.ts';
import { finishInterruptedChanges } from '../project/index.ts';

/** Finishes the writing of a command that was killed, and reports it, before this command reads the project. */
export function finishInterrupted(root: string): void {
  const files = finishInterruptedChanges(root);
  if (files.length > 0) console.error(say`An interrupted command has been finished: ${files.join(', ')}`);
}
