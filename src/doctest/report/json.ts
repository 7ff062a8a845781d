import { allErrors, stepTotals, type Totals } from './totals.ts';
import type { Provenance, RunReport, StepReport } from './types.ts';

/** One document for machines. `totals` counts steps; `errors` is there only when something failed outside of a step. */
export interface JsonReport {
  readonly provenance: Provenance;
  readonly pages: readonly JsonPage[];
  readonly totals: Totals;
  readonly errors?: readonly string[];
}

interface JsonPage {
  readonly page: string;
  readonly locale: string;
  readonly steps: readonly Pick<StepReport, 'id' | 'line' | 'role' | 'status' | 'reason' | 'durationMs'>[];
}

export function jsonReport(report: RunReport): JsonReport {
  const { pages, provenance } = report;
  const errors = allErrors(report);
  return {
    provenance,
    pages: pages.map(({ page, locale, steps }) => ({
      page,
      locale,
      steps: steps.map(({ id, line, role, status, reason, durationMs }) => ({
        id,
        line,
        role,
        status,
        ...(reason === undefined ? {} : { reason }),
        durationMs,
      })),
    })),
    totals: stepTotals(pages),
    ...(errors.length > 0 ? { errors } : {}),
  };
}
