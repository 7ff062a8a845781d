import { SIMULATED_FACTS } from '../../practice/index.ts';
import type { Page, RunFacts } from '../../procedure/index.ts';
import { readRecording } from '../../recording/files/index.ts';
import { recordedFacts } from '../../recording/index.ts';

/** Facts of a run in the simulated shell, where a recording answers on the pages that say so. */
export const simulatedFacts =
  (root: string) =>
  (page: Page): RunFacts =>
    page.target === 'recording' ? recordedFacts(readRecording(root, page.id)) : SIMULATED_FACTS;
