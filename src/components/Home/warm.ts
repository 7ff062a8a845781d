import { getSession } from '../../session/index.ts';

/** Opens the session of a practice, and loads what shows an outcome: a first press is answered at once. */
export function warm(practice: string): void {
  void Promise.all([
    getSession(practice).open(),
    import(/* webpackChunkName: "step-controls" */ '../StepRun/controls.tsx'),
    import(/* webpackChunkName: "step-outcome" */ '../StepRun/outcome.tsx'),
  ]).catch(() => {
    // The press tries again, and says what is wrong.
  });
}
