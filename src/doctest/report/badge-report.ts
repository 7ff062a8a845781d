import { coverageTextOf, runPassed, stepTotals } from './totals.ts';
import type { RunReport } from './types.ts';

/**
 * Returns the state of a run for an endpoint badge of shields.io, as JSON.
 * Source: https://shields.io/badges/endpoint-badge ("schemaVersion", "label", "message", "color").
 */
export function badgeReport(report: RunReport): string {
  const { failed } = stepTotals(report.pages);
  const isGood = runPassed(report);
  const message = isGood ? coverageTextOf(report.pages) : failed > 0 ? `${failed} failed` : 'not run';
  const badge = { schemaVersion: 1, label: 'doctest', message, color: isGood ? 'brightgreen' : 'red' };
  return `${JSON.stringify(badge)}\n`;
}
