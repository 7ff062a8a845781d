import type { Problem } from '../procedure/index.ts';
import { InputError, problemAnnotation } from '../project/index.ts';

/**
 * Annotates the places of problems in a pull request, where GitHub Actions runs the command. Paths are absolute: GitHub
 * finds a project in any folder of its repository.
 */
export function annotate(problems: readonly Problem[], root: string): void {
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  for (const problem of problems) console.log(problemAnnotation(problem, `${root}/`));
}

/** Annotates what keeps files from being read, too. */
export async function annotatingUnreadable<Value>(root: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InputError) annotate(error.problems, root);
    throw error;
  }
}
