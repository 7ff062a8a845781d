import type { Problem } from '../../procedure/index.ts';
import { allErrors, isFlaky, stepTotals, type Totals } from './totals.ts';
import type { Provenance, RunReport, StepReport } from './types.ts';

/**
 * One document for machines. `totals` counts steps; `errors` is there only when something failed outside of a step,
 * `problems` only when pages or account files cannot be read.
 */
export interface JsonReport {
  readonly provenance: Provenance;
  readonly pages: readonly JsonPage[];
  readonly totals: Totals;
  readonly errors?: readonly string[];
  readonly problems?: readonly Problem[];
}

interface JsonPage {
  readonly page: string;
  readonly locale: string;
  /** The page failed first, and passed when it was run again. */
  readonly flaky?: true;
  readonly steps: readonly Pick<
    StepReport,
    'id' | 'line' | 'role' | 'status' | 'compared' | 'reason' | 'follows' | 'cause' | 'durationMs'
  >[];
}

export function jsonReport(report: RunReport): JsonReport {
  const { pages, provenance, problems = [] } = report;
  const errors = allErrors(report);
  return {
    provenance,
    pages: pages.map((report) => ({
      page: report.page,
      locale: report.locale,
      ...(isFlaky(report) ? { flaky: true } : {}),
      steps: report.steps.map(({ id, line, role, status, compared, reason, follows, cause, durationMs }) => ({
        id,
        line,
        role,
        status,
        compared,
        ...(reason === undefined ? {} : { reason }),
        ...(follows === undefined ? {} : { follows }),
        ...(cause === undefined ? {} : { cause }),
        durationMs,
      })),
    })),
    totals: stepTotals(pages),
    ...(errors.length > 0 ? { errors } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}
