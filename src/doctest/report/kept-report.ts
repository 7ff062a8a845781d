import { withPackedSteps, withSteps } from '../packed.ts';
import type { PlannedPage } from '../plan/types.ts';
import { isPlainPass, reportPass } from './step.ts';
import { countOnce } from './totals.ts';
import type { PageReport } from './types.ts';

/**
 * Returns the report as a run keeps it until its end: most of it is asked for again only then. Of a page whose steps all
 * passed only their times are kept; the rest follows from the page.
 */
export function keptReport({ page }: PlannedPage, report: PageReport): PageReport {
  const isPlain = report.steps.length === page.steps.length && report.steps.every(isPlainPass);
  const kept = isPlain
    ? withSteps(
        report,
        timed(
          page,
          report.steps.map(({ durationMs }) => durationMs),
        ),
      )
    : withPackedSteps(report);
  countOnce(report, kept);
  return kept;
}

/** In a function of its own: its closure holds no report. */
const timed = (page: PlannedPage['page'], times: readonly number[]) => () =>
  page.steps.map((step, index) => reportPass(step, times[index] ?? 0));
