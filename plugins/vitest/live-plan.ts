import type { Plan } from '../../src/doctest/index.ts';
import type { Problem } from '../../src/procedure/index.ts';
import { InputError, UsageError } from '../../src/project/index.ts';

/** The plan as the files are now: made anew while watching, else always the same. */
export interface LivePlan {
  readonly plan: Plan;
  /** What makes a file unreadable, or keeps it from being run, since the plan was last made anew. */
  problemsOf(file: string): readonly Problem[];
  /** Pages that cannot be run. */
  broken(): readonly string[];
  /** Reads the project again. What is wrong in it leaves the plan as it was. */
  refresh(): void;
}

/** @param remake makes the plan anew; it may throw an InputError */
export function createLivePlan(first: Plan, remake: () => Plan): LivePlan {
  let plan = first;
  let problems: readonly Problem[] = [];
  return {
    get plan() {
      return plan;
    },
    problemsOf: (file) => problems.filter((problem) => problem.file === file),
    broken: () => [...new Set(problems.map(({ file }) => file))].filter((file) => file.endsWith('.mdx')),
    refresh: () => {
      try {
        plan = remake();
        problems = [];
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        // A page that is asked for may be gone for a moment, while an editor saves it by renaming.
        problems = error instanceof InputError ? error.problems : [];
      }
    },
  };
}
