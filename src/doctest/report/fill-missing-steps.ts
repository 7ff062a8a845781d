import type { Step } from '../../procedure/index.ts';
import type { PlannedPage } from '../plan/types.ts';
import { describeStep } from './step.ts';
import type { PageReport, StepReport } from './types.ts';

const LOST =
  'The step was planned, but the run did not report it: whatever stopped the run is said elsewhere, or is a defect of doctest.';

/**
 * Returns the report with every step that was planned for the page. A step that was lost on the way has failed: a run
 * must never be green because it ran less.
 */
export function fillMissingSteps({ page }: PlannedPage, report: PageReport): PageReport {
  const byId = new Map(report.steps.map((step) => [step.id, step]));
  return { ...report, steps: page.steps.map((step) => byId.get(step.id) ?? lost(step)) };
}

const lost = (step: Step): StepReport => ({
  ...describeStep(step),
  status: 'failed',
  durationMs: 0,
  reason: LOST,
});
