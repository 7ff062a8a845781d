import { coverageTextOf, isFlaky, runPassed, stepTotals } from './totals.ts';
import type { RunReport } from './types.ts';

/**
 * Returns the state of a run for an endpoint badge of shields.io, as JSON.
 * Source: https://shields.io/badges/endpoint-badge ("schemaVersion", "label", "message", "color").
 */
export function badgeReport(report: RunReport): string {
  const { failed } = stepTotals(report.pages);
  const isGood = runPassed(report);
  const flaky = report.pages.filter(isFlaky).length;
  const good = flaky > 0 ? `${coverageTextOf(report.pages)}, ${flaky} flaky` : coverageTextOf(report.pages);
  const message = isGood ? good : failed > 0 ? `${failed} failed` : 'not run';
  const color = isGood ? (flaky > 0 ? 'yellow' : 'brightgreen') : 'red';
  const badge = { schemaVersion: 1, label: 'doctest', message, color };
  return `${JSON.stringify(badge)}\n`;
}
