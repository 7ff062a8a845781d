import type { Step } from '../../procedure/index.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import { describeStep } from './step.ts';
import type { PageReport, StepReport } from './types.ts';

const LOST =
  'The step was planned, but the run did not report it: whatever stopped the run is said elsewhere, or is a defect of doctest.';

/**
 * The pages of the plan in its order, each with every step that was planned for it. A step that was lost on the way
 * has failed: a run must never be green because it ran less.
 */
export function completeReports(plan: Plan, reported: readonly PageReport[]): PageReport[] {
  const byFile = new Map(reported.map((report) => [report.file, report]));
  return plan.pages.map((planned) => completeReport(planned, byFile.get(planned.page.file)));
}

/** A page with every step that was planned for it. */
export function completeReport({ page }: PlannedPage, report: PageReport | undefined): PageReport {
  const byId = new Map(report?.steps.map((step) => [step.id, step]));
  const steps = page.steps.map((step) => byId.get(step.id) ?? lost(step));
  const { errors = [], recorded } = report ?? {};
  return { page: page.id, locale: page.locale, file: page.file, steps, errors, recorded };
}

const lost = (step: Step): StepReport => ({
  ...describeStep(step),
  status: 'failed',
  durationMs: 0,
  reason: LOST,
});
