import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, type Page, type Problem } from '../../procedure/index.ts';
import { InputError } from '../../project/index.ts';
import type { BlockedPage, Plan, PlannedPage } from '../plan/types.ts';
import type { PageReport } from '../report/types.ts';

/** The plan as the files are now. */
export interface WatchedPlan {
  /** The last plan that could be made. */
  readonly plan: Plan;
  /**
   * Reads the project again after edits.
   * @param files paths relative to the project
   * @returns pages to run again, and reports on pages that can no longer be run
   */
  refresh(files: readonly string[]): Promise<{
    readonly pages: readonly PlannedPage[];
    readonly broken: readonly PageReport[];
  }>;
}

/** @param remake makes the plan from the files as they are; may throw an InputError */
export function watchedPlan(first: Plan, remake: () => Promise<Plan>): WatchedPlan {
  let plan = first;
  let problems: readonly Problem[] = [];
  const brokenFiles = (): string[] => [...new Set(problems.map(({ file }) => file))];
  const reread = async (): Promise<void> => {
    try {
      plan = await remake();
      problems = [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems = error.problems;
    }
  };
  return {
    get plan() {
      return plan;
    },
    refresh: async (files) => {
      const before = plan.pages;
      const brokenBefore = brokenFiles();
      await reread();
      const known = [...new Map([...before, ...plan.pages].map((one) => [one.page.file, one])).values()];
      const isBroken = new Set(brokenFiles());
      const touched = new Set([
        ...files.flatMap((file) => touchedBy(file, [...before, ...plan.pages])),
        ...[...isBroken].filter((file) => files.includes(file) || !brokenBefore.includes(file)),
        ...brokenBefore.filter((file) => !isBroken.has(file)),
      ]);
      const blocker = ({ prerequisites }: PlannedPage): Problem | undefined =>
        problems.find(({ file }) => prerequisites.some((required) => required.file === file));
      // A plan that cannot be made again keeps pages that are gone.
      const pages = plan.pages.filter(
        ({ page }) => touched.has(page.file) && existsSync(join(plan.root, page.file)),
      );
      const runnable = pages.filter((one) => !isBroken.has(one.page.file) && !blocker(one));
      const blocked = pages.flatMap((one): BlockedPage[] => {
        const by = isBroken.has(one.page.file) ? undefined : blocker(one);
        return by ? [{ page: one.page, by }] : [];
      });
      return {
        pages: runnable,
        broken: [
          ...[...isBroken]
            .filter((file) => touched.has(file))
            .map((file) => problemReport(file, known, problems)),
          ...blocked.map(blockedReport),
        ],
      };
    },
  };
}

/** Files of the pages that an edit of `file` concerns: the page itself, and pages that require it or use its account. */
export function touchedBy(file: string, pages: readonly PlannedPage[]): string[] {
  return pages
    .filter(({ page, prerequisites, accountFile }) =>
      [accountFile, ...[page, ...prerequisites].flatMap(filesOf)].includes(file),
    )
    .map(({ page }) => page.file);
}

/** The file of a page, and the partials that it shows. */
const filesOf = ({ file, partials = [] }: Page): string[] => [file, ...partials];

function problemReport(
  file: string,
  known: readonly PlannedPage[],
  problems: readonly Problem[],
): PageReport {
  const page = known.find((one) => one.page.file === file)?.page;
  const errors = problems.filter((problem) => problem.file === file).map(formatProblem);
  return { page: page?.id ?? file, locale: page?.locale ?? '', file, steps: [], errors };
}

/** Reports a page that cannot be run because what it builds on cannot be. */
export function blockedReport({ page: { id, locale, file }, by }: BlockedPage): PageReport {
  const place = `${by.file}:${by.line}:${by.column}`;
  const error = `${file}: The page was not run, because ${place}, on which it builds, cannot be run.`;
  return { page: id, locale, file, steps: [], errors: [error] };
}
