/** The anchor of a step: `step-3`, `step-make-bucket`; begins so that it meets no heading's. */
export function anchorOf(step: string): string {
  return step.startsWith('step-') ? step : `step-${step}`;
}
