import { getSession } from '../../session/index.ts';

/**
 * Opens the session of a practice, and loads what shows an outcome: a first press is answered at once. Not the session
 * of who has begun: an outcome that comes back by itself moves the page.
 */
export function warm(practice: string): void {
  const session = getSession(practice);
  if (session.isBegun) return;
  void Promise.all([
    session.open(),
    import(/* webpackChunkName: "step-controls" */ '../StepRun/controls.tsx'),
    import(/* webpackChunkName: "step-outcome" */ '../StepRun/outcome.tsx'),
  ]).catch(() => {
    // The press tries again, and says what is wrong.
  });
}
